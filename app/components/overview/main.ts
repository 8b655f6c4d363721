// 总览: what is in the graph, who carries most, what falls due when, what is missing. Every number is a link to its list.
import base from "../shared/base.css";
import { colourKinds, type Component, type KindStyle, type Words } from "../shared/component";
import { fill, h } from "../shared/dom";
import css from "./overview.css";

interface Card {
  label: string;
  value: number;
  href: string;
  missing?: boolean;
}

interface Load {
  name: string;
  href: string;
  lead: number;
  responsible: number;
  support: number;
  supervise: number;
}

interface Month {
  month: string;
  count: number;
  over: boolean;
  href: string;
}

interface Paper {
  date: string;
  title: string;
  kind: string;
  count: string;
  href: string;
}

interface Data {
  words: Words;
  kinds: Record<string, KindStyle>;
  cards: Card[];
  gaps: Card[];
  load: Load[];
  months: Month[];
  papers: Paper[];
}

const ROLES = ["lead", "responsible", "support", "supervise"] as const;

/** Width of a part in per cent of the largest total, never below what the eye can see. */
export function share(part: number, most: number): number {
  return part && most ? Math.max(1.5, (100 * part) / most) : 0;
}

function panel(title: string, note: string, ...children: HTMLElement[]): HTMLElement {
  return h("section", { class: "panel" }, h("h2", {}, title, note ? h("small", {}, note) : null), ...children);
}

function cards(list: Card[]): HTMLElement {
  return h("div", { class: "cards" }, ...list.map((card) =>
    h("a", { class: card.missing && card.value ? "card missing" : "card", href: card.href || undefined, target: "_self" },
      h("b", {}, card.value.toLocaleString()), h("span", {}, card.label))));
}

function draw(root: HTMLElement, data: Data): void {
  const word = (key: string): string => data.words[key] ?? key;
  const most = Math.max(1, ...data.load.map((one) => ROLES.reduce((sum, role) => sum + one[role], 0)));
  const bars = h("div", { class: "bars" }, ...data.load.map((one) =>
    h("a", { class: "bar-row", href: one.href, target: "_self", title: ROLES.map((role) => `${word(role)} ${one[role]}`).join(" · ") },
      h("span", { class: "name" }, one.name),
      h("span", { class: "track" }, ...ROLES.map((role) => h("i", { class: role, style: `width:${share(one[role], most)}%` }))),
      h("span", { class: "count" }, String(ROLES.reduce((sum, role) => sum + one[role], 0))))));
  const legend = h("p", { class: "legend" }, ...ROLES.map((role) => h("span", {}, h("i", { class: role }), word(role))));
  const top = Math.max(1, ...data.months.map((one) => one.count));
  const months = data.months.length
    ? h("div", { class: "months" }, ...data.months.map((one) =>
        h("a", { class: one.over ? "month over" : "month", href: one.href || undefined, target: "_self", title: `${one.month} · ${one.count}` },
          h("b", {}, String(one.count)), h("i", { style: `height:${share(one.count, top)}px` }), h("span", {}, one.month.slice(2)))))
    : h("p", { class: "quiet" }, word("no_dates"));
  const papers = h("div", { class: "papers" }, ...data.papers.map((one) =>
    h("a", { class: "paper", href: one.href, target: "_self" }, h("time", {}, one.date), h("span", { class: "title" }, one.title), h("small", {}, one.kind), h("small", {}, one.count))));
  fill(root, h("style", {}, base + css), cards(data.cards),
    h("div", { class: "columns" }, panel(word("load"), word("load_hint"), legend, bars),
      h("div", { class: "stack" }, panel(word("months"), "", months), panel(word("gaps"), word("gaps_hint"), cards(data.gaps)), panel(word("papers"), "", papers))));
}

const drawn = new WeakMap<HTMLElement | ShadowRoot, HTMLElement>();

export default function (component: Component<Data>): () => void {
  let root = drawn.get(component.parentElement);
  if (!root) {
    root = h("div", { class: "gov overview" });
    component.parentElement.append(root);
    drawn.set(component.parentElement, root);
  }
  draw(root, component.data);
  colourKinds(root, component.data.kinds);
  return () => drawn.delete(component.parentElement);
}
