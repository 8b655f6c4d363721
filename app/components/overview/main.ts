// 总览: what is in the graph, who carries most, what falls due when, what is missing. Every number is a link to its list.
import base from "../shared/base.css";
import { mounted } from "../shared/held";
import { colourKinds, type Component, type KindStyle, type Words } from "../shared/component";
import { DayField } from "../shared/day";
import { later } from "../shared/dates";
import { button, fill, h } from "../shared/dom";
import { lastDay, step, weeks } from "../shared/months";
import { byDay, byMonth, SOON, split } from "./calendar";
import css from "./overview.css";
import { said } from "../shared/words";

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
  /** a collective (各部门): shown apart */
  group: boolean;
}

interface Paper {
  date: string;
  title: string;
  kind: string;
  count: string;
  href: string;
}

interface Data {
  held?: Record<string, string>;
  words: Words;
  kinds: Record<string, KindStyle>;
  cards: Card[];
  gaps: Card[];
  load: Load[];
  load_by: string;
  /** the days of each obligation that has any */
  dues: string[][];
  due_href: string;
  papers: Paper[];
  all_papers: string;
  day: string;
  today: string;
  why: string;
}

const ROLES = ["lead", "responsible", "support", "supervise"] as const;
const LOADS = ["total", "lead", "responsible", "support"] as const;
const FIRST = 18; // bodies shown before one asks for more
const MONTHS = 18; // bars shown at once
const LEAVES = 3; // months of the calendar

/** Width of a part in per cent of the largest total, never below what the eye can see. */
export function share(part: number, most: number): number {
  return part && most ? Math.max(1.5, (100 * part) / most) : 0;
}

/** What a body carries: all of it, or in one role. */
export function burden(one: Pick<Load, (typeof ROLES)[number]>, by: string): number {
  return by === "total" ? ROLES.reduce((sum, role) => sum + one[role], 0) : one[by as "lead"];
}

function panel(title: string, note: string, ...children: (HTMLElement | null)[]): HTMLElement {
  return h("section", { class: "panel" }, h("h2", {}, title, note ? h("small", {}, note) : null), ...children);
}

function cards(list: Card[]): HTMLElement {
  return h("div", { class: "cards" }, ...list.map((card) =>
    h("a", { class: card.missing && card.value ? "card missing" : "card", href: card.value ? card.href : undefined, target: "_self" },
      h("b", {}, card.value.toLocaleString("en-US")), h("span", {}, card.label))));
}

class Overview {
  private readonly root = h("div", { class: "gov overview" });
  private readonly style = h("style", {}, base + css);
  private readonly field = new DayField((day) => this.choose(day));
  private component!: Component<Data>;
  private data!: Data;
  private all = false;
  private from = "";

  constructor(parent: HTMLElement | ShadowRoot) {
    parent.append(this.root);
  }

  update(component: Component<Data>): void {
    const old = this.data;
    this.component = component;
    // what was chosen here stands: the page's answer to an earlier click may come after a later one
    this.data = { ...component.data, ...(old ? { day: old.day, load_by: old.load_by } : {}) };
    colourKinds(this.root, this.data.kinds);
    const long = this.word("responsible").length > 4; // English names of roles
    this.root.style.setProperty("--number", long ? "72px" : "46px");
    this.root.style.setProperty("--head", long ? "11px" : "12px");
    this.draw();
  }

  private word(key: string): string {
    return this.data.words[key] ?? key;
  }

  private get day(): string {
    return this.data.day || this.data.today;
  }

  private choose(day: string): void {
    this.data.day = day;
    this.from = "";
    this.component.setStateValue("day", day);
    this.draw();
  }

  private draw(): void {
    const { data } = this;
    this.field.update(data.words, data.day, data.today);
    fill(this.root, this.style, cards(data.cards),
      h("div", { class: "columns" }, this.load(),
        h("div", { class: "stack" }, this.deadlines(), panel(this.word("gaps"), this.word("gaps_hint"), cards(data.gaps)), this.papers())));
  }

  private load(): HTMLElement {
    const by = this.data.load_by;
    const sorted = [...this.data.load].sort((a, b) => burden(b, by) - burden(a, by));
    const most = Math.max(1, ...sorted.map((one) => burden(one, "total")));
    const bodies = sorted.filter((one) => !one.group);
    const groups = sorted.filter((one) => one.group);
    const rest = bodies.length - FIRST;
    const more = rest > 0 ? button(this.all ? this.word("load_less") : said(this.word("load_more"), { n: rest }), { class: "more" }, () => {
      this.all = !this.all;
      this.draw();
    }) : null;
    const chips = h("div", { class: "bar" }, ...LOADS.map((key) => button(this.word(`load_${key}`), { class: "chip", "aria-pressed": String(by === key) }, () => {
      this.data.load_by = key;
      this.component.setStateValue("load", key);
      this.draw();
    })));
    const head = h("div", { class: "bar-row head" }, h("span", {}), h("span", {}), ...ROLES.map((role) => h("span", { class: "count" }, h("i", { class: role }), this.word(role))));
    return panel(this.word("load"), this.word("load_hint"), chips, head,
      h("div", { class: "bars" }, ...(this.all ? bodies : bodies.slice(0, FIRST)).map((one) => this.bar(one, most))), more,
      groups.length ? h("h3", {}, this.word("load_groups")) : null,
      groups.length ? h("div", { class: "bars" }, ...groups.slice(0, 6).map((one) => this.bar(one, most))) : null);
  }

  private bar(one: Load, most: number): HTMLElement {
    const told = ROLES.map((role) => `${this.word(role)} ${one[role]}`).join(" · ");
    return h("div", { class: "bar-row" },
      h("a", { class: "name", href: one.href, target: "_self", title: `${one.name} · ${told}` }, one.name),
      h("a", { class: "track", href: one.href, target: "_self", title: told, tabindex: "-1" }, ...ROLES.map((role) => h("i", { class: role, style: `width:${share(one[role], most)}%` }))),
      ...ROLES.map((role) => (one[role] ? h("a", { class: "count", href: `${one.href}&role=${role}`, target: "_self", "aria-label": `${one.name} ${this.word(role)} ${one[role]}` }, String(one[role]))
        : h("span", { class: "count none" }, "·"))));
  }

  private href(from: string, to: string): string {
    const state = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}), ...(this.data.day ? { day: this.data.day } : {}) });
    return `${this.data.due_href}&${state}`;
  }

  private deadlines(): HTMLElement {
    const { dues } = this.data;
    const note = this.data.day ? "" : this.data.why;
    if (!dues.length) return panel(this.word("months"), "", h("p", { class: "quiet" }, this.word("no_dates")));
    const number = split(dues, this.day);
    const edge = later(this.day, SOON);
    const told = cards([
      { label: this.word("due_over"), value: number.over, href: this.href("", later(this.day, -1)), missing: true },
      { label: this.word("due_soon"), value: number.soon, href: this.href(this.day, edge) },
      { label: this.word("due_later"), value: number.later, href: this.href(later(edge, 1), "") },
    ]);
    const made = panel(this.word("months"), "", told, this.months(), this.leaves());
    made.querySelector("h2")!.append(h("span", { class: "grow" }), this.field.element);
    if (note) made.querySelector("h2")!.after(h("p", { class: "note" }, note));
    return made;
  }

  /** Bars of the months around the day. */
  private months(): HTMLElement {
    const all = byMonth(this.data.dues);
    const here = this.day.slice(0, 7);
    const at = all.findIndex((one) => one.month >= here);
    const first = Math.max(0, Math.min((at < 0 ? all.length : at) - Math.floor(MONTHS / 2), all.length - MONTHS));
    const shown = all.slice(first, first + MONTHS);
    const top = Math.max(1, ...shown.map((one) => one.count));
    return h("div", { class: "months" }, ...shown.map((one) => {
      const past = lastDay(one.month) < this.day;
      const name = `${one.month} · ${one.count}`;
      return h("a", { class: `month${past ? " over" : ""}${one.month === here ? " here" : ""}`, href: one.count ? this.href(`${one.month}-01`, lastDay(one.month)) : undefined, target: "_self", title: name, "aria-label": name },
        h("b", {}, one.count ? String(one.count) : ""), h("i", { style: `height:${0.7 * share(one.count, top)}px` }), h("span", {}, String(Number(one.month.slice(5)))),
        h("small", {}, one.month.endsWith("-01") || one === shown[0] ? one.month.slice(0, 4) : ""));
    }));
  }

  /** A calendar of the months ahead: days with something due are links. */
  private leaves(): HTMLElement {
    const count = byDay(this.data.dues);
    this.from ||= this.day.slice(0, 7);
    const turn = (by: number, label: string, key: string): HTMLElement => button(label, { class: "turn", "aria-label": this.word(key), title: this.word(key) }, () => {
      this.from = step(this.from, by);
      this.draw();
    });
    const leaf = (month: string): HTMLElement => h("table", { class: "leaf" },
      h("caption", {}, this.word("month_title").replace("{y}", month.slice(0, 4)).replace("{n}", String(Number(month.slice(5))))),
      h("thead", {}, h("tr", {}, ...Array.from(this.word("weekdays")).map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...weeks(month).map((week) => h("tr", {}, ...week.map((day) => this.cell(day, count.get(day) ?? 0))))));
    return h("div", { class: "leaves" }, turn(-LEAVES, "‹", "months_before"), ...Array.from({ length: LEAVES }, (_, at) => leaf(step(this.from, at))), turn(LEAVES, "›", "months_after"));
  }

  private cell(day: string, count: number): HTMLElement {
    if (!day) return h("td", {});
    const name = String(Number(day.slice(8)));
    const of = `${day < this.day ? "over" : ""}${day === this.day ? " here" : ""}`;
    return h("td", { class: of.trim() || undefined }, count
      ? h("a", { href: this.href(day, day), target: "_self", title: `${day} · ${said(this.word("items"), { n: count })}`, "aria-label": `${day} ${count}` }, name, h("sup", {}, String(count))) : name);
  }

  private papers(): HTMLElement {
    return panel(this.word("papers"), "", h("div", { class: "papers" }, ...this.data.papers.map((one) =>
      h("a", { class: "paper", href: one.href, target: "_self" }, h("time", {}, one.date), h("span", { class: "title", title: one.title }, one.title), h("small", {}, one.kind), h("small", {}, one.count)))),
    h("a", { class: "btn more", href: this.data.all_papers, target: "_self" }, this.word("more_papers")));
  }
}

export default mounted<Data>((component) => new Overview(component.parentElement));
