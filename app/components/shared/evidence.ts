// The panel on the right of every page: why is this here? The words, lit; the rule; how a date was reckoned; what next.
import type { Words } from "./component";
import { h } from "./dom";
import { lit, type Span } from "./lit";

export interface Fact {
  label: string;
  value: string;
  note?: string;
  kind?: string;
  /** where the thing itself is */
  href?: string;
}

export interface Link {
  label: string;
  href: string;
}

export interface Evidence {
  crumb: string;
  heading: string;
  before: string;
  text: string;
  after: string;
  spans: Span[];
  facts: Fact[];
  links: Link[];
}

export function evidencePanel(evidence: Evidence | null, words: Words): HTMLElement {
  if (!evidence) return h("aside", { class: "evidence empty", "aria-label": words["evidence"] }, h("p", {}, words["pick"] ?? ""));
  const facts = h("dl", { class: "facts" });
  for (const fact of evidence.facts) {
    facts.append(
      h("dt", {}, fact.label),
      h("dd", { class: fact.kind ? `c-${fact.kind}` : undefined }, fact.href ? h("a", { href: fact.href, target: "_self" }, fact.value) : fact.value, fact.note ? h("small", {}, fact.note) : null),
    );
  }
  const [before, said] = [Array.from(evidence.before).length, Array.from(evidence.text).length];
  // a table's row and a sentence without subject have facts before and after their own words
  const outside = (from: number): Span[] => evidence.spans.map((span) => ({ ...span, start: span.start + from, end: span.end + from })).filter((span) => span.start >= 0 && span.end > span.start);
  const links = h("div", { class: "links" });
  for (const link of evidence.links) links.append(h("a", { class: "btn", href: link.href, target: "_self" }, link.label));
  return h(
    "aside",
    { class: "evidence", "aria-label": words["evidence"] },
    h("p", { class: "crumb" }, evidence.crumb),
    h("h3", {}, evidence.heading),
    evidence.text
      ? h("blockquote", {}, h("span", { class: "around" }, lit(evidence.before, outside(before))), h("span", { class: "said" }, lit(evidence.text, evidence.spans)), h("span", { class: "around" }, lit(evidence.after, outside(-said))))
      : null,
    facts,
    links,
  );
}

/** Scroll the words of a panel to the passage itself, within its box and nowhere else. */
export function showSaid(panel: HTMLElement): void {
  const box = panel.querySelector<HTMLElement>("blockquote");
  const said = box?.querySelector<HTMLElement>(".said");
  if (box && said) box.scrollTop = Math.max(0, said.offsetTop - box.offsetTop - 40);
}
