// 责任清单: one body's obligations as a list in groups, with the evidence of the chosen one beside it.
// Filters and groups change here at once; what was chosen goes to Python as state, so that the address holds it.
import base from "../shared/base.css";
import { colourKinds, type Component, type KindStyle, type Words } from "../shared/component";
import { button, fill, h } from "../shared/dom";
import { evidencePanel } from "../shared/evidence";
import { lit } from "../shared/lit";
import { SearchField, type Hint } from "../shared/search";
import css from "./ledger.css";
import { counts, filtered, grouped, GROUPINGS, ROLES, type Grouping, type Row } from "./rows";

interface Data {
  words: Words;
  kinds: Record<string, KindStyle>;
  hints: Hint[];
  query: string;
  rows: Row[];
  role: string;
  grouping: Grouping;
  picked: string;
  filter: string;
  today: string;
}

const CHUNK = 120; // rows drawn at once; the rest follow as one scrolls

class Ledger {
  private readonly root = h("div", { class: "gov ledger" });
  private readonly bar = h("div", { class: "bar" });
  private readonly list = h("div", { class: "list", role: "grid", tabindex: "0" });
  private readonly side = h("div", { class: "side" });
  private readonly search: SearchField;
  private readonly filterInput = h("input", { type: "search", class: "filter" }) as HTMLInputElement;
  private data!: Data;
  private component!: Component<Data>;
  private shown: Row[] = [];
  private more: IntersectionObserver | null = null;

  constructor(parent: HTMLElement | ShadowRoot, words: Words) {
    this.search = new SearchField(words["search_body"] ?? "", (hint, text) => this.component.setTriggerValue("ask", hint ? hint.name : text));
    this.root.append(h("style", {}, base + css), this.bar, h("div", { class: "columns" }, this.list, this.side));
    parent.append(this.root);
    this.filterInput.addEventListener("input", () => {
      this.data.filter = this.filterInput.value;
      this.drawList();
    });
    this.filterInput.addEventListener("change", () => this.component.setStateValue("filter", this.filterInput.value));
    this.root.addEventListener("keydown", (event) => this.key(event as KeyboardEvent));
  }

  update(component: Component<Data>): void {
    const old = this.data;
    this.component = component;
    this.data = { ...component.data };
    if (old && old.query === this.data.query) this.data.picked ||= old.picked;
    colourKinds(this.root, this.data.kinds);
    this.search.hints = this.data.hints;
    this.search.value = this.data.query;
    this.filterInput.placeholder = this.data.words["filter"] ?? "";
    this.filterInput.setAttribute("aria-label", this.data.words["filter"] ?? "");
    if (this.filterInput !== this.active()) this.filterInput.value = this.data.filter;
    this.draw();
  }

  private active(): Element | null {
    return (this.root.getRootNode() as Document | ShadowRoot).activeElement;
  }

  private word(key: string): string {
    return this.data.words[key] ?? key;
  }

  private chip(label: string, on: boolean, act: () => void): HTMLElement {
    return button(label, { class: "chip", "aria-pressed": String(on) }, act);
  }

  private draw(): void {
    const number = counts(this.data.rows);
    const role = (key: string): HTMLElement =>
      this.chip(`${this.word(key)} ${number[key] ?? 0}`, this.data.role === key, () => {
        this.data.role = key;
        this.component.setStateValue("role", key);
        this.draw();
      });
    const grouping = (key: Grouping): HTMLElement =>
      this.chip(this.word(`by_${key}`), this.data.grouping === key, () => {
        this.data.grouping = key;
        this.component.setStateValue("grouping", key);
        this.draw();
      });
    fill(this.bar, this.search.element, ...["all", ...ROLES].map(role), number["collective"] ? role("collective") : null,
      h("span", { class: "grow" }), this.filterInput, ...GROUPINGS.map(grouping));
    this.drawList();
  }

  private drawList(): void {
    const rows = filtered(this.data.rows, this.data.role, this.data.filter);
    const groups = grouped(rows, this.data.grouping, this.data.words);
    this.shown = groups.flatMap((group) => group.rows);
    if (!this.shown.some((row) => row.id === this.data.picked)) this.data.picked = this.shown[0]?.id ?? "";
    const head = h("div", { class: "row head", role: "row" });
    for (const key of ["role", "task", "due", "target", "partners"]) head.append(h("div", { role: "columnheader" }, this.word(key)));
    const parts: HTMLElement[] = [head];
    for (const group of groups) {
      parts.push(h("div", { class: "group", role: "row" }, `${group.title} · ${this.word("items").replace("{n}", String(group.rows.length))}`));
      for (const row of group.rows) parts.push(this.row(row));
    }
    if (!this.shown.length) parts.push(h("p", { class: "nothing" }, this.data.rows.length ? this.word("nothing_left") : this.word("nothing")));
    this.more?.disconnect();
    const next = (from: number): void => {
      this.list.append(...parts.slice(from, from + CHUNK));
      if (from + CHUNK >= parts.length) return;
      const last = this.list.lastElementChild!;
      this.more = new IntersectionObserver((seen) => {
        if (!seen.some((one) => one.isIntersecting)) return;
        this.more?.disconnect();
        next(from + CHUNK);
      }, { root: this.list, rootMargin: "600px" });
      this.more.observe(last);
    };
    fill(this.list);
    next(0);
    this.pick(this.data.picked, false);
  }

  private row(row: Row): HTMLElement {
    const role = h("div", { role: "gridcell" }, h("span", { class: `role ${row.role}` }, this.word(row.role)),
      row.collective ? h("small", {}, row.collective) : null, row.inherited ? h("small", { title: this.word("inherited_why") }, this.word("inherited")) : null);
    const task = h("div", { role: "gridcell" });
    task.append(lit(row.text, row.spans.filter((span) => span.kind === "Project" || span.kind === "Programme")));
    if (row.waits.length) task.append(h("small", {}, `${this.word("waits")}${row.waits.join("、")}`));
    const over = Boolean(row.due && this.data.today && row.due < this.data.today);
    const due = h("div", { role: "gridcell" },
      row.due ? h("span", { class: over ? "due over" : "due" }, row.due, over ? h("small", {}, this.word("over")) : null)
        : row.dueText ? h("span", { class: "none" }, row.dueText) : h("span", { class: "missing" }, this.word("no_deadline_short")),
      row.due && row.dueText ? h("small", {}, `“${row.dueText}”`) : null, row.firm ? null : h("small", {}, this.word("not_firm")));
    const target = h("div", { role: "gridcell" }, row.targets.length ? h("span", { class: "c-Target" }, row.targets.join("、")) : h("span", { class: "none" }, this.word("no_target")));
    const partners = h("div", { role: "gridcell" }, row.partners.length ? row.partners.join("、") : h("span", { class: "none" }, this.word("no_partner")));
    const element = h("div", { class: "row", role: "row", "data-id": row.id, tabindex: "-1" }, role, task, due, target, partners);
    element.addEventListener("click", () => this.pick(row.id, true));
    return element;
  }

  private pick(id: string, tell: boolean): void {
    this.data.picked = id;
    for (const element of this.list.querySelectorAll("[aria-selected]")) element.removeAttribute("aria-selected");
    this.list.querySelector(`[data-id="${CSS.escape(id)}"]`)?.setAttribute("aria-selected", "true");
    fill(this.side, evidencePanel(this.shown.find((row) => row.id === id)?.evidence ?? null, this.data.words));
    if (tell) this.component.setStateValue("picked", id);
  }

  private key(event: KeyboardEvent): void {
    const inField = event.composedPath()[0] instanceof HTMLInputElement;
    if (event.key === "/" && !inField) {
      event.preventDefault();
      this.search.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !inField) {
      event.preventDefault();
      const at = this.shown.findIndex((row) => row.id === this.data.picked);
      const to = this.shown[Math.max(0, Math.min(this.shown.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))];
      if (to) {
        this.pick(to.id, true);
        this.list.querySelector(`[data-id="${CSS.escape(to.id)}"]`)?.scrollIntoView({ block: "nearest" });
      }
    }
  }
}

const drawn = new WeakMap<HTMLElement | ShadowRoot, Ledger>();

export default function (component: Component<Data>): () => void {
  let ledger = drawn.get(component.parentElement);
  if (!ledger) {
    ledger = new Ledger(component.parentElement, component.data.words);
    drawn.set(component.parentElement, ledger);
  }
  ledger.update(component);
  return () => drawn.delete(component.parentElement);
}
