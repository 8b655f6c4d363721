// 依赖: what an item waits for and what waits for it, left to right; cycles, chains, and what a delay hits.
import base from "../shared/base.css";
import { colourKinds, type Component, type KindStyle, type Words } from "../shared/component";
import { button, fill, h } from "../shared/dom";
import { evidencePanel, type Evidence } from "../shared/evidence";
import { mounted, wanting } from "../shared/held";
import { SearchField, type Hint } from "../shared/search";
import { Canvas, type GraphEdge, type GraphNode } from "../explorer/canvas";
import type { RelationStyle } from "../explorer/style";
import { saveOnce, type SavedFile } from "../shared/file";
import css from "./waiting.css";

interface Line {
  id: string;
  text: string;
  note: string;
  title: string;
}

interface Load {
  name: string;
  blocked: number;
  blocking: number;
  href: string;
}

interface Hit {
  id: string;
  cells: string[];
  bad: boolean;
}

interface Data {
  words: Words;
  kinds: Record<string, KindStyle>;
  relations: Record<string, RelationStyle>;
  held?: Record<string, string>;
  hints: Hint[];
  picked: string;
  days: number;
  nodes: GraphNode[];
  edges: GraphEdge[];
  cycles: Line[];
  chains: Line[];
  load: Load[];
  columns: string[];
  hits: Hit[];
  summary: string;
  file: SavedFile | null;
  evidence: Evidence | null;
  has_due: boolean;
}

class Waits {
  private readonly root = h("div", { class: "gov waiting" });
  private readonly left = h("nav", { class: "lists" });
  private readonly host = h("div", { class: "canvas", role: "application", tabindex: "0" });
  private readonly side = h("div", { class: "side" });
  private readonly search: SearchField;
  private readonly days = h("input", { type: "number", min: "0", max: "3650", class: "days" }) as HTMLInputElement;
  private readonly delay = h("label", { class: "delay" });
  private readonly hits = h("div", { class: "hits" });
  readonly canvas: Canvas;
  private component!: Component<Data>;
  private data!: Data;
  private shown = "";

  constructor(parent: HTMLElement | ShadowRoot, words: Words) {
    this.search = new SearchField(words["search_waiting"] ?? "", (hint, text) => this.component.setTriggerValue("ask", hint ? hint.id : text));
    this.root.append(h("style", {}, base + css), h("div", { class: "bar" }, this.search.element, h("span", { class: "grow" }), this.delay),
      h("div", { class: "columns" }, this.left, h("div", { class: "middle" }, h("div", { class: "stage" }, this.host), this.hits), this.side));
    parent.append(this.root);
    this.canvas = new Canvas(this.host, { pick: (id) => id && this.component.setTriggerValue("ask", id), toggle: () => undefined, more: () => undefined });
    this.search.everywhere();
    this.days.addEventListener("change", () => this.component.setStateValue("days", Math.max(0, Math.min(3650, Math.round(Number(this.days.value) || 0)))));
  }

  update(component: Component<Data>): void {
    this.component = component;
    this.data = component.data;
    colourKinds(this.root, this.data.kinds);
    this.search.offer(this.data.hints, wanting(component));
    this.host.setAttribute("aria-label", this.word("page_dependencies"));
    fill(this.delay, this.word("if_late"), this.days, this.word("days_late"));
    // what is being typed stands: the answer may be to an earlier click
    if ((this.root.getRootNode() as Document | ShadowRoot).activeElement !== this.days) this.days.value = String(this.data.days);
    const list = (title: string, lines: Line[]): HTMLElement[] =>
      lines.length ? [h("b", {}, title), ...lines.map((line) => {
        const item = button("", { class: "item", "aria-pressed": String(line.id === this.data.picked), title: line.title }, () => this.component.setTriggerValue("ask", line.id));
        item.append(h("span", {}, line.text), h("small", {}, line.note));
        return item;
      })] : [];
    fill(this.left, ...list(this.word("cycles"), this.data.cycles), ...list(this.word("chains"), this.data.chains),
      ...(this.data.load.length ? [this.loads()] : []));
    const key = JSON.stringify([this.data.nodes.map((node) => node.id), this.data.edges.map((edge) => edge.id)]);
    if (key !== this.shown) {
      this.shown = key;
      this.canvas.cy.elements().remove();
      this.canvas.show(this.data, "layered");
    }
    this.canvas.choose(this.data.picked);
    saveOnce(this.data.file, this.root);
    fill(this.side, evidencePanel(this.data.evidence, this.data.words));
    this.drawHits();
  }

  destroy(): void {
    this.canvas.destroy();
  }

  private word(key: string): string {
    return this.data.words[key] ?? key;
  }

  private loads(): HTMLElement {
    const head = h("tr", {}, h("th", { scope: "col" }, this.word("blocking")), h("th", { scope: "col" }, this.word("blocked_short")), h("th", { scope: "col" }, this.word("blocking_short")));
    return h("table", { class: "load" }, head, ...this.data.load.map((one) =>
      h("tr", {}, h("td", {}, h("a", { href: one.href, target: "_self" }, one.name)), h("td", {}, String(one.blocked)), h("td", {}, String(one.blocking)))));
  }

  private drawHits(): void {
    const { hits, columns } = this.data;
    const head = h("div", { class: "bar" }, h("h2", {}, this.data.summary), this.data.has_due || !hits.length ? null : h("small", {}, this.word("no_own_due")), h("span", { class: "grow" }),
      ...(hits.length ? ["xlsx", "csv"].map((form) => button(this.word(`export_${form}`), {}, () => this.component.setTriggerValue("export", form))) : []));
    const rows = hits.map((hit) => {
      const row = h("tr", { class: hit.bad ? "bad" : undefined, tabindex: "0", title: this.word("task") }, ...hit.cells.map((cell) => h("td", {}, cell)));
      const go = (): void => this.component.setTriggerValue("ask", hit.id);
      row.addEventListener("click", go);
      row.addEventListener("keydown", (event) => {
        if (event.key === "Enter") go();
        const next = event.key === "ArrowDown" ? row.nextElementSibling : event.key === "ArrowUp" ? row.previousElementSibling : null;
        if (next instanceof HTMLElement) {
          event.preventDefault();
          next.focus();
        }
      });
      return row;
    });
    fill(this.hits, head, hits.length ? h("table", {}, h("thead", {}, h("tr", {}, ...columns.map((one) => h("th", { scope: "col" }, one)))), h("tbody", {}, ...rows)) : null);
    this.hits.classList.toggle("none", !hits.length);
  }
}

export default mounted<Data>((component) => new Waits(component.parentElement, component.data.words));
