// 责任清单: one body's obligations as a list in groups, with the evidence of the chosen one beside it.
// Filters and groups change here at once; what was chosen goes to Python as state, so that the address holds it.
import base from "../shared/base.css";
import { colourKinds, type Component, type KindStyle, type Words } from "../shared/component";
import { button, fill, h } from "../shared/dom";
import { DayField } from "../shared/day";
import { evidencePanel, showSaid, type Evidence } from "../shared/evidence";
import { saveOnce, type SavedFile } from "../shared/file";
import { mounted, wanting } from "../shared/held";
import { onPageKey } from "../shared/keys";
import { SearchField, type Hint } from "../shared/search";
import { draw as drawGraph, FIRST } from "./canvas";
import css from "./ledger.css";
import { bar, line, type Look } from "./lines";
import { COMPARED, counts, filtered, grouped, GROUPINGS, lacking, LISTED, ROLES, SIDES, told, type Group, type Grouping, type Row } from "./rows";
import { axis } from "./timeline";
import { said } from "../shared/words";

type Part = () => HTMLElement; // made when it is drawn: a long list is never made whole

interface Data {
  held?: Record<string, string>;
  words: Words;
  /** of two bodies that are compared, by name: whose a line is */
  sides: Words;
  kinds: Record<string, KindStyle>;
  hints: Hint[];
  query: string;
  rows: Row[];
  /** of the rows looked at, by id, where the rows do not bring it */
  evidence: Record<string, Evidence>;
  role: string;
  grouping: Grouping;
  picked: string;
  filter: string;
  /** the day at which things count as overdue where none is chosen, and the one chosen */
  today: string;
  day: string;
  /** the body compared with: its name, empty where none is */
  other: string;
  /** address of the body's small graph, empty where there is no body */
  graph: string;
  body: string;
  /** address of everybody's obligations, empty where they are shown */
  all: string;
  /** the lists of everybody's obligations, empty where one body's are shown */
  lists: { label: string; href: string; on: boolean }[];
  pager: { at: number; all: number } | null;
  /** a file made on demand */
  file: SavedFile | null;
}

const CHUNK = 120; // rows drawn at once; the rest follow as one scrolls

class Ledger {
  private readonly root = h("div", { class: "gov ledger" });
  private readonly bar = h("div", { class: "bar" });
  private readonly chips = h("div", { class: "bar" });
  private readonly list = h("div", { class: "list", role: "grid", tabindex: "0" });
  private readonly side = h("div", { class: "side" });
  private readonly search: SearchField;
  private readonly filterInput = h("input", { type: "search", class: "filter" }) as HTMLInputElement;
  private readonly against: SearchField;
  private readonly day = new DayField((day) => this.choose(day));
  private comparing = false;
  private drawnTasks = FIRST;
  private data!: Data;
  private component!: Component<Data>;
  private shown: Row[] = [];
  private more: IntersectionObserver | null = null;
  /** evidence that came after its rows, and how often that of a row was asked for */
  private readonly proved = new Map<string, Evidence>();
  private readonly asked = new Map<string, number>();
  private asking = 0;
  private drawnAs = "";
  /** draws the next part of the list, null where all of it is drawn */
  private further: (() => void) | null = null;

  constructor(parent: HTMLElement | ShadowRoot, words: Words) {
    this.search = new SearchField(words["search_body"] ?? "", (hint, text) => this.component.setTriggerValue("ask", hint ? hint.name : text));
    this.against = new SearchField(words["compare_with"] ?? "", (hint, text) => this.component.setTriggerValue("compare", hint ? hint.name : text));
    this.root.append(h("style", {}, base + css), this.bar, this.chips, h("div", { class: "columns" }, this.list, this.side));
    parent.append(this.root);
    this.filterInput.addEventListener("input", () => {
      this.data.filter = this.filterInput.value;
      this.drawList();
    });
    this.filterInput.addEventListener("change", () => this.component.setStateValue("filter", this.filterInput.value));
    this.filterInput.addEventListener("keydown", (event) => {
      if ((event as KeyboardEvent).key === "Escape") this.leaveFilter();
    });
    onPageKey(this.root, (event) => this.key(event));
  }

  update(component: Component<Data>): void {
    const old = this.data;
    this.component = component;
    this.data = { ...component.data, words: { ...component.data.words, ...component.data.sides } };
    if (old && old.query === this.data.query && old.other === this.data.other && !this.data.lists.length) {
      // the page's answer to an earlier click may come after a later one: what is chosen here stands
      Object.assign(this.data, { role: old.role, grouping: old.grouping, day: old.day, picked: old.picked || this.data.picked });
    } else this.drawnTasks = FIRST;
    if (old?.held?.["rows"] !== this.data.held?.["rows"]) {
      this.proved.clear();
      this.asked.clear();
    }
    for (const [id, one] of Object.entries(this.data.evidence)) this.proved.set(id, one);
    colourKinds(this.root, this.data.kinds);
    const asks = wanting(component);
    this.search.offer(this.data.hints, asks);
    this.search.value = this.data.query;
    // English names of roles are longer
    this.root.style.setProperty("--role", this.word("responsible").length > 4 ? "112px" : "74px");
    this.against.offer(this.data.hints, asks);
    this.against.value = this.data.other;
    this.comparing ||= Boolean(this.data.other);
    this.day.update(this.data.words, this.data.day, this.data.today);
    saveOnce(this.data.file, this.root);
    this.filterInput.placeholder = this.data.words["filter"] ?? "";
    this.filterInput.setAttribute("aria-label", this.data.words["filter"] ?? "");
    if (this.filterInput !== this.active()) this.filterInput.value = this.data.filter;
    else this.data.filter = this.filterInput.value;
    // an answer that changes no row leaves the list as it is, and as far as it is scrolled
    if (this.drawnAs === this.state()) this.pick(this.data.picked, false);
    else this.draw();
  }

  /** All that the list is drawn of, as one word. */
  private state(): string {
    const { held, role, grouping, filter, other, pager, lists, graph, query } = this.data;
    return JSON.stringify([held?.["rows"], role, grouping, filter, this.today, other, pager, lists, graph, query, this.comparing, this.drawnTasks, this.word("task")]);
  }

  private active(): Element | null {
    return (this.root.getRootNode() as Document | ShadowRoot).activeElement;
  }

  private word(key: string): string {
    return this.data.words[key] ?? key;
  }

  private get today(): string {
    return this.data.day || this.data.today;
  }

  private choose(day: string): void {
    this.data.day = day;
    this.component.setStateValue("day", day);
    this.day.update(this.data.words, day, this.data.today);
    this.drawList();
  }

  private leaveFilter(): void {
    if (this.filterInput.value) {
      this.filterInput.value = this.data.filter = "";
      this.component.setStateValue("filter", "");
      this.drawList();
    } else this.filterInput.blur();
  }

  private chip(label: string, on: boolean, act: () => void): HTMLElement {
    return button(label, { class: "chip", "aria-pressed": String(on) }, act);
  }

  private draw(): void {
    const number = counts(this.data.rows);
    const role = (key: string): HTMLElement =>
      this.chip(`${this.word(SIDES.includes(key as "a") ? `side_${key}` : key)} ${number[key] ?? 0}`, this.data.role === key, () => {
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
    const other = Boolean(this.data.other);
    this.list.classList.toggle("compared", other);
    this.bar.classList.toggle("comparing", this.comparing);
    const lists = this.data.lists;
    this.list.classList.toggle("listed", lists.length > 0);
    const groupings: readonly Grouping[] = lists.length ? LISTED : other ? COMPARED : GROUPINGS;
    const search = this.comparing
      ? [this.against.element, button("×", { class: "leave", "aria-label": this.word("compare_end"), title: this.word("compare_end") }, () => this.leave())]
      : [button(this.word("compare"), {}, () => this.compare())];
    const link = (href: string, caption: string): HTMLElement | null => (href ? h("a", { class: "btn", href, target: "_self" }, caption) : null);
    fill(this.bar, this.search.element, ...(this.data.rows.length && !lists.length ? search : []),
      link(this.data.graph, this.word("see_in_graph")), link(this.data.all, this.word("all_bodies")),
      h("span", { class: "grow" }), ...this.pager(), this.day.element, this.filterInput);
    const kept = lists.length
      ? lists.map((one) => h("a", { class: "btn chip", href: one.href, target: "_self", "aria-pressed": String(one.on) }, one.label))
      : [...["all", ...(other ? SIDES : ROLES)].map(role), number["collective"] ? role("collective") : null];
    fill(this.chips, ...kept, h("span", { class: "grow" }), ...groupings.map(grouping));
    this.drawList();
  }

  private pager(): HTMLElement[] {
    const pager = this.data.pager;
    if (!pager) return [];
    const turn = (by: number, label: string, key: string): HTMLElement =>
      button(label, { class: "turn", "aria-label": this.word(key), title: this.word(key), disabled: pager.at + by < 1 || pager.at + by > pager.all }, () => this.component.setTriggerValue("turn", by));
    return [turn(-1, "‹", "page_before"), h("span", { class: "count" }, this.word("page_of").replace("{n}", String(pager.at)).replace("{all}", String(pager.all))), turn(1, "›", "page_after")];
  }

  private drawList(): void {
    this.drawnAs = this.state();
    const rows = filtered(this.data.rows, this.data.role, this.data.filter);
    const groups = grouped(rows, this.data.grouping, this.data.words);
    this.shown = groups.flatMap((group) => group.rows);
    if (!this.shown.some((row) => row.id === this.data.picked)) this.data.picked = this.shown[0]?.id ?? "";
    const parts = this.data.grouping === "timeline" ? this.timeline(groups) : this.data.grouping === "graph" ? this.graph() : this.table(groups);
    if (this.data.role === "collective" && rows.length) parts.unshift(() => h("p", { class: "why" }, this.word("collective_why")));
    if (!this.shown.length) parts.push(() => h("p", { class: "nothing" }, this.data.rows.length ? this.word("nothing_left") : this.word("nothing")));
    this.more?.disconnect();
    const next = (from: number): void => {
      this.list.append(...parts.slice(from, from + CHUNK).map((part) => part()));
      this.further = null;
      if (from + CHUNK >= parts.length) return;
      const last = this.list.lastElementChild!;
      this.more = new IntersectionObserver((seen) => {
        if (!seen.some((one) => one.isIntersecting)) return;
        this.more?.disconnect();
        if (this.further) next(from + CHUNK);
      }, { root: this.list, rootMargin: "600px" });
      this.more.observe(last);
      this.further = () => next(from + CHUNK);
    };
    this.further = null;
    fill(this.list);
    next(0);
    this.pick(this.data.picked, false);
  }

  private graph(): Part[] {
    if (!this.shown.length) return [];
    const width = Math.max(560, (this.list.clientWidth || 760) - 2);
    return [() => drawGraph(this.shown, this.data.body, this.drawnTasks, width, this.data.words, this.today, {
      pick: (id) => this.pick(id, true),
      more: () => {
        this.drawnTasks += FIRST;
        this.drawList();
      },
    })];
  }

  private title(group: Group): HTMLElement {
    return h("div", { class: "group", role: "row" }, `${group.title} · ${said(this.word("items"), { n: group.rows.length })}`);
  }

  private look(): Look {
    return { words: this.data.words, today: this.today, listed: this.data.lists.length > 0, pick: (id) => this.pick(id, true) };
  }

  private rows(groups: readonly Group[]): Part[] {
    const look = this.look();
    return groups.flatMap((group) => [() => this.title(group), ...group.rows.map((row) => () => line(row, look))]);
  }

  private table(groups: readonly Group[]): Part[] {
    const head = h("div", { class: "row head", role: "row" });
    const keys = this.data.lists.length ? ["owner", "task", "due", "target"] : ["role", "task", "due", "target", "partners"];
    for (const key of keys) head.append(h("div", { role: "columnheader" }, this.word(key)));
    return [() => head, ...this.rows(groups)];
  }

  /** Dated items on an axis, in the order of their days; the others below, as in the list. */
  private timeline(groups: readonly Group[]): Part[] {
    const dated = groups.filter((group) => group.rows[0]!.due);
    const rows = dated.flatMap((group) => group.rows);
    const look = this.look();
    const units = axis(rows.flatMap((row) => [row.due, row.begin]), this.data.words);
    this.list.style.setProperty("--units", String(units.length || 1));
    const head = h("div", { class: "when head", role: "row" }, h("div", { role: "columnheader" }, this.word("task")),
      h("div", { class: "axis", role: "columnheader" }, ...units.map((unit) => h("span", {}, h("b", {}, unit.over), unit.label))));
    const rest = groups.filter((group) => !group.rows[0]!.due);
    return [...(rows.length ? [() => head, ...rows.map((row) => () => bar(row, units, look))] : []), ...this.rows(rest)];
  }

  private compare(): void {
    this.comparing = true;
    this.draw();
    this.against.focus();
  }

  private leave(): void {
    this.comparing = false;
    if (this.data.other) this.component.setTriggerValue("compare", "-");
    else this.draw();
  }

  private pick(id: string, tell: boolean): void {
    this.data.picked = id;
    for (const element of this.list.querySelectorAll("[aria-selected]")) element.removeAttribute("aria-selected");
    this.list.querySelector(`[data-id="${CSS.escape(id)}"]`)?.setAttribute("aria-selected", "true");
    const row = this.shown.find((one) => one.id === id);
    fill(this.side, evidencePanel(row ? (row.evidence ?? this.proved.get(id) ?? told(row)) : null, this.data.words));
    if (!this.data.lists.length) this.side.querySelector(".links")?.append(button(this.word("letter"), {}, () => this.component.setTriggerValue("letter", id)));
    showSaid(this.side);
    // what was chosen here is answered with its evidence; its neighbours' is asked for after that, not to interrupt the answer
    if (tell) this.component.setStateValue("picked", id);
    else this.want();
  }

  /** Ask for the evidence of the chosen row and those around it, where it is not there; shortly after, as one may go on typing or walking. */
  private want(): void {
    clearTimeout(this.asking);
    this.asking = window.setTimeout(() => {
      const ids = lacking(this.shown, this.data.picked, (id) => this.proved.has(id) || (this.asked.get(id) ?? 0) > 2);
      if (!ids.length) return;
      for (const id of ids) this.asked.set(id, (this.asked.get(id) ?? 0) + 1);
      this.component.setTriggerValue("show", ids);
    }, 60);
  }

  /** Keys of the page: / search, arrows walk the list, Enter opens the text there, Esc clears the filter. */
  private key(event: KeyboardEvent): void {
    if (event.key === "/") this.search.focus();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.walk(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && !(event.composedPath()[0] as HTMLElement).closest?.("a, button")) this.side.querySelector<HTMLElement>(".links a")?.click();
    else if (event.key === "Escape" && this.data.filter) this.leaveFilter();
    else return;
    event.preventDefault();
  }

  private walk(by: number): void {
    const at = this.shown.findIndex((row) => row.id === this.data.picked);
    const to = this.shown[Math.max(0, Math.min(this.shown.length - 1, at + by))];
    if (!to) return;
    this.pick(to.id, true);
    while (this.further && !this.list.querySelector(`[data-id="${CSS.escape(to.id)}"]`)) this.further();
    this.list.querySelector(`[data-id="${CSS.escape(to.id)}"]`)?.scrollIntoView({ block: "nearest" });
  }
}

export default mounted<Data>((component) => new Ledger(component.parentElement, component.data.words));
