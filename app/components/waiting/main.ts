// 依赖: what an item waits for and what waits for it, left to right; cycles, chains, and what a delay hits.
import base from "../shared/base.css";
import { colourKinds, type Component, type KindStyle, type Words } from "../shared/component";
import { button, fill, h } from "../shared/dom";
import { evidencePanel, type Evidence } from "../shared/evidence";
import { SearchField, type Hint } from "../shared/search";
import { Canvas, type GraphEdge, type GraphNode } from "../explorer/canvas";
import type { RelationStyle } from "../explorer/style";
import css from "./waiting.css";

interface Line {
  id: string;
  text: string;
  note: string;
}

interface Hit {
  id: string;
  text: string;
  due: string;
  bodies: string;
  late: string;
  bad: boolean;
}

interface Data {
  words: Words;
  kinds: Record<string, KindStyle>;
  relations: Record<string, RelationStyle>;
  hints: Hint[];
  picked: string;
  days: number;
  nodes: GraphNode[];
  edges: GraphEdge[];
  cycles: Line[];
  chains: Line[];
  load: Line[];
  hits: Hit[];
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
    this.days.addEventListener("change", () => this.component.setStateValue("days", Math.max(0, Math.min(3650, Math.round(Number(this.days.value) || 0)))));
  }

  update(component: Component<Data>): void {
    this.component = component;
    this.data = component.data;
    colourKinds(this.root, this.data.kinds);
    this.search.hints = this.data.hints;
    this.host.setAttribute("aria-label", this.word("page_dependencies"));
    fill(this.delay, this.word("if_late"), this.days, this.word("days_late"));
    this.days.value = String(this.data.days);
    const list = (title: string, lines: Line[]): HTMLElement[] =>
      lines.length ? [h("b", {}, title), ...lines.map((line) => {
        const item = button(line.text, { class: "item", "aria-pressed": String(line.id === this.data.picked), title: line.text }, () => this.component.setTriggerValue("ask", line.id));
        item.append(h("small", {}, line.note));
        return item;
      })] : [];
    fill(this.left, ...list(this.word("cycles"), this.data.cycles), ...list(this.word("chains"), this.data.chains),
      ...(this.data.load.length ? [h("b", {}, this.word("blocking")), ...this.data.load.map((line) => h("p", { class: "load" }, line.text, h("small", {}, line.note)))] : []));
    const key = this.data.nodes.map((node) => node.id).join();
    if (key !== this.shown) {
      this.shown = key;
      this.canvas.cy.elements().remove();
      this.canvas.show(this.data, "layered");
      this.canvas.choose(this.data.picked);
    }
    fill(this.side, evidencePanel(this.data.evidence, this.data.words));
    this.drawHits();
  }

  private word(key: string): string {
    return this.data.words[key] ?? key;
  }

  private drawHits(): void {
    if (!this.data.picked) return fill(this.hits);
    const head = h("h2", {}, this.word(this.data.hits.length ? "who_is_hit" : "nobody_hit"), this.data.has_due ? null : h("small", {}, this.word("no_own_due")));
    fill(this.hits, head, ...this.data.hits.map((hit) => {
      const row = button("", { class: hit.bad ? "hit bad" : "hit" }, () => this.component.setTriggerValue("ask", hit.id));
      row.append(h("span", { class: "late" }, hit.late), h("span", { class: "text" }, hit.text), h("small", {}, hit.bodies), h("small", {}, hit.due));
      return row;
    }));
  }
}

const drawn = new WeakMap<HTMLElement | ShadowRoot, Waits>();

export default function (component: Component<Data>): () => void {
  let waits = drawn.get(component.parentElement);
  if (!waits) {
    waits = new Waits(component.parentElement, component.data.words);
    drawn.set(component.parentElement, waits);
  }
  waits.update(component);
  return () => {
    drawn.get(component.parentElement)?.canvas.destroy();
    drawn.delete(component.parentElement);
  };
}
