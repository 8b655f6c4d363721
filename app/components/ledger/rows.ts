// The rows of a department's ledger and how they are filtered and grouped: plain functions, tested without a browser.
import type { Evidence } from "../shared/evidence";
import type { Span } from "../shared/lit";

export interface Row {
  id: string;
  role: string;
  /** the key of the words for a body that stands elsewhere: inherited, in_row; empty where it stands in the text */
  inherited: string;
  /** the collective that owes it (各部门), empty where the body itself does */
  collective: string;
  text: string;
  spans: Span[];
  due: string;
  /** first day of the deadline that ends on `due`, empty where the text names none */
  begin: string;
  dueText: string;
  /** the days after `due`, with the words that fix them */
  later: { due: string; text: string }[];
  firm: boolean;
  targets: string[];
  partners: string[];
  /** who else owes it (by role) and the works it is about, for the small graph */
  links: { name: string; kind: string; role: string; href: string }[];
  waits: string[];
  document: string;
  documentDate: string;
  section: string;
  /** whose it is where two bodies are compared: a, b, both; else empty */
  side: string;
  /** who owes it in which role, where two bodies are compared or everybody's are listed */
  owners: { name: string; role: string }[];
  /** null where it comes only when one looks at the row */
  evidence: Evidence | null;
}

export interface Group {
  title: string;
  rows: Row[];
}

export const GROUPINGS = ["deadline", "document", "role", "theme", "timeline", "graph"] as const;
/** of everybody's obligations */
export const LISTED = ["deadline", "body", "document", "theme", "timeline"] as const;
export const COMPARED = ["side", "deadline", "document", "theme", "timeline"] as const;
export type Grouping = (typeof GROUPINGS)[number] | (typeof COMPARED)[number] | (typeof LISTED)[number];
export const SIDES = ["both", "a", "b"] as const;
export const ROLES = ["lead", "responsible", "support", "supervise"] as const;

/** What a row itself tells, until its evidence is there. */
export function told(row: Row): Evidence {
  return { crumb: [row.document, row.documentDate].filter(Boolean).join(" · "), heading: row.section, before: "", text: row.text, after: "", spans: row.spans, facts: [], links: [] };
}

/** Ids of the rows whose evidence is to be asked for when that row is chosen: its own and its neighbours', none while the next ones are there. */
export function lacking(rows: readonly Row[], picked: string, has: (id: string) => boolean): string[] {
  const at = rows.findIndex((row) => row.id === picked);
  if (at < 0) return [];
  const missing = (from: number, to: number): string[] => rows.slice(Math.max(0, at + from), at + to + 1).filter((row) => !row.evidence && !has(row.id)).map((row) => row.id);
  return missing(-1, 2).length ? missing(-6, 16) : [];
}

export function counts(rows: readonly Row[]): Record<string, number> {
  const found: Record<string, number> = { all: 0, collective: 0 };
  for (const row of rows) {
    if (row.collective) {
      found["collective"]! += 1;
    } else {
      found["all"]! += 1;
      found[row.role] = (found[row.role] ?? 0) + 1;
      if (row.side) found[row.side] = (found[row.side] ?? 0) + 1;
    }
  }
  return found;
}

export function filtered(rows: readonly Row[], role: string, words: string): Row[] {
  const wanted = words.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (role === "collective" ? Boolean(row.collective) : !row.collective && (role === "all" || row.role === role || row.side === role)) &&
      (!wanted || [row.text, row.document, row.dueText, row.due, ...row.partners, ...row.owners.map((one) => one.name)].some((part) => part.toLowerCase().includes(wanted))),
  );
}

/** Groups in the order a clerk reads them: nearest deadline first, what has none last. */
export function grouped(rows: readonly Row[], by: Grouping, words: Record<string, string>): Group[] {
  const groups = new Map<string, Row[]>();
  const key = (row: Row): string => {
    if (by === "document") return `${row.documentDate} ${row.document}`.trim();
    if (by === "side") return words[`side_${row.side}`] ?? row.side;
    if (by === "body") return row.owners[0]?.name ?? words["gap_body"] ?? "";
    if (by === "role") return words[row.role] ?? row.role;
    if (by === "theme") return row.section || (words["no_section"] ?? "");
    if (row.due) return row.due;
    return row.dueText ? (words["undated"] ?? "") : (words["no_deadline"] ?? "");
  };
  for (const row of rows) {
    const title = key(row);
    const group = groups.get(title);
    if (group) group.push(row);
    else groups.set(title, [row]);
  }
  const found = [...groups].map(([title, members]) => ({ title, rows: members }));
  if (by === "side") {
    const rank = (group: Group): number => SIDES.indexOf(group.rows[0]!.side as (typeof SIDES)[number]);
    found.sort((a, b) => rank(a) - rank(b));
  } else if (by === "deadline" || by === "timeline" || by === "graph") {
    const rank = (group: Group): number => (group.rows[0]!.due ? 0 : group.rows[0]!.dueText ? 1 : 2);
    found.sort((a, b) => rank(a) - rank(b) || (a.rows[0]!.due < b.rows[0]!.due ? -1 : a.rows[0]!.due > b.rows[0]!.due ? 1 : 0));
  } else if (by === "role") {
    const rank = (group: Group): number => ROLES.indexOf(group.rows[0]!.role as (typeof ROLES)[number]);
    found.sort((a, b) => rank(a) - rank(b));
  } else if (by === "document") {
    found.sort((a, b) => (a.title < b.title ? -1 : 1));
  }
  return found;
}
