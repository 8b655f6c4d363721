// The small graph of one body: the body at the left, its tasks in a column, at the right who shares them and what they
// are about. Places are reckoned here, without a browser; canvas.ts draws them.
import type { Row } from "./rows";

export interface Task {
  id: string;
  y: number;
  row: Row;
}

export interface Thing {
  key: string;
  name: string;
  kind: string;
  href: string;
  y: number;
  /** ids of the tasks it belongs to */
  of: string[];
}

export interface Line {
  from: string;
  to: string;
  role: string;
  inherited: boolean;
}

export interface Picture {
  tasks: Task[];
  things: Thing[];
  lines: Line[];
  height: number;
  body: number;
  /** tasks that are not drawn */
  rest: number;
}

export const TASK = 58; // height of a task with its gap
export const THING = 30;

/** Spread so that neighbours keep their distance, each as near to where it wants to be as that allows, all below 0. */
export function spread(wanted: readonly number[], gap: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  const found: number[] = new Array<number>(wanted.length).fill(0);
  let low = 0;
  for (const index of order) {
    found[index] = Math.max(wanted[index]!, low);
    low = found[index]! + gap;
  }
  // what was pushed down too far moves up again into the room that is left
  const most = Math.max(...wanted, (wanted.length - 1) * gap);
  let high = most;
  for (const index of [...order].reverse()) {
    found[index] = Math.min(found[index]!, high);
    high = found[index]! - gap;
  }
  return found;
}

/** The first `most` tasks, in the order given, and what hangs on them. */
export function picture(rows: readonly Row[], most: number): Picture {
  const shown = rows.slice(0, most);
  const tasks = shown.map((row, index) => ({ id: row.id, y: index * TASK, row }));
  const things = new Map<string, Thing>();
  const lines: Line[] = shown.map((row) => ({ from: "", to: row.id, role: row.role, inherited: row.inherited === "inherited" }));
  for (const row of shown) {
    for (const link of row.links) {
      const key = `${link.kind}:${link.name}`;
      const thing = things.get(key) ?? { key, name: link.name, kind: link.kind, href: link.href, y: 0, of: [] };
      if (!thing.of.includes(row.id)) thing.of.push(row.id);
      things.set(key, thing);
      lines.push({ from: row.id, to: key, role: link.role, inherited: false });
    }
  }
  const found = [...things.values()];
  const at = new Map(tasks.map((task) => [task.id, task.y]));
  const wanted = found.map((thing) => thing.of.reduce((sum, id) => sum + at.get(id)!, 0) / thing.of.length + (TASK - THING) / 2);
  spread(wanted, THING).forEach((y, index) => (found[index]!.y = y));
  const height = Math.max(tasks.length * TASK, ...found.map((thing) => thing.y + THING), TASK);
  return { tasks, things: found, lines, height, body: (tasks.length * TASK) / 2, rest: rows.length - shown.length };
}
