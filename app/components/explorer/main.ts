// 图谱: search, start small, double-click to expand or collapse; what is there does not move; evidence beside it.
// `open` (which nodes are expanded) and the rest of the view go to Python as state, so that the address holds them.
import base from "../shared/base.css";
import { colourKinds, type Component, type Words } from "../shared/component";
import { button, fill, h } from "../shared/dom";
import { evidencePanel } from "../shared/evidence";
import { mounted, wanting } from "../shared/held";
import { typing } from "../shared/keys";
import { SearchField, type Hint } from "../shared/search";
import { Canvas, LAYOUTS, type Layout, type Picture } from "./canvas";
import css from "./explorer.css";
import { Minimap } from "./minimap";
import { Paths } from "./paths";

interface Data extends Picture {
  words: Words;
  held?: Record<string, string>;
  hints: Hint[];
  open: string[];
  hidden: string[];
  layout: Layout;
  picked: string;
  root: string;
  also: string[];
  /** "1": bodies that were judged to be one are drawn apart */
  apart: string;
  /** some in sight were judged */
  judged: boolean;
  full: boolean;
  grouped: boolean;
  /** said in place of a picture where nothing goes by the name asked for */
  missing: string;
}

/** What undo goes back to. */
interface View {
  open: string[];
  hidden: string[];
}

class Explorer {
  private readonly root = h("div", { class: "gov explorer" });
  private readonly acts = h("div", { class: "bar acts" });
  private readonly bar = h("div", { class: "bar" });
  private readonly host = h("div", { class: "canvas", role: "application", tabindex: "0" });
  private readonly side = h("div", { class: "side" });
  private readonly legend = h("div", { class: "legend" });
  private readonly said = h("div", { class: "unseen", "aria-live": "polite" });
  private readonly note = h("div", { class: "notice", role: "status" });
  private readonly blank = h("p", { class: "blank", role: "status", hidden: true });
  private readonly search: SearchField;
  readonly canvas: Canvas;
  private data!: Data;
  private component!: Component<Data>;
  private past: View[] = [];
  private future: View[] = [];
  private readonly paths: Paths;

  constructor(parent: HTMLElement | ShadowRoot, words: Words) {
    this.search = new SearchField(words["search_node"] ?? "", (hint, text) => this.component.setTriggerValue("ask", hint ? hint.id : text));
    this.paths = new Paths(words, (from, to) => {
      this.component.setStateValue("picked", to);
      this.component.setTriggerValue("path", [from, to]);
    }, () => this.component.setTriggerValue("path", []));
    this.root.append(h("style", {}, base + css), this.acts, this.bar, this.paths.element,
      h("div", { class: "columns" }, h("div", { class: "stage" }, this.host, this.legend, this.note, this.blank, this.said), this.side));
    parent.append(this.root);
    this.canvas = new Canvas(this.host, { pick: (id) => this.pick(id, true), toggle: (id) => this.toggle(id), more: (id) => this.more(id) });
    this.host.after(new Minimap(this.canvas.cy, words["minimap"] ?? "").element);
    this.search.everywhere();
    this.root.addEventListener("keydown", (event) => this.key(event as KeyboardEvent));
  }

  update(component: Component<Data>): void {
    this.component = component;
    const picked = this.data ? this.data.picked : component.data.picked || component.data.root;
    this.data = { ...component.data };
    this.data.picked ||= picked;
    colourKinds(this.root, this.data.kinds);
    const asks = wanting(component);
    this.search.offer(this.data.hints, asks);
    this.host.setAttribute("aria-label", this.word("graph"));
    this.canvas.show(this.data, this.data.layout, this.data.root);
    this.canvas.hide(new Set(this.data.hidden));
    this.canvas.light(this.data.also);
    this.paths.update(this.data.hints, asks, this.data.also.map((id) => this.name(id)));
    this.draw();
    this.pick(this.data.picked, false);
    this.blank.textContent = this.data.missing;
    this.blank.hidden = !this.data.missing;
    this.note.textContent = this.data.full ? this.word("full") : this.data.grouped ? this.word("grouped") : "";
  }

  destroy(): void {
    this.canvas.destroy();
  }

  private word(key: string): string {
    return this.data.words[key] ?? key;
  }

  private draw(): void {
    const number = new Map<string, number>();
    for (const node of this.data.nodes) number.set(node.kind, (number.get(node.kind) ?? 0) + 1);
    const kinds = Object.entries(this.data.kinds).filter(([kind]) => number.has(kind));
    const chips = kinds.map(([kind, style]) => {
      const off = this.data.hidden.includes(kind);
      const chip = button("", { class: "chip", "aria-pressed": String(!off) }, () => this.hide(off ? this.data.hidden.filter((one) => one !== kind) : [...this.data.hidden, kind]));
      chip.append(h("i", { class: `dot ${style.shape}`, style: `--dot: var(--kind-${kind})` }), `${style.caption} ${number.get(kind)}`);
      return chip;
    });
    const single = this.data.hidden.filter((one) => !(one in this.data.kinds));
    if (single.length) chips.push(button(this.word("show_hidden").replace("{n}", String(single.length)), { class: "chip" }, () => this.hide(this.data.hidden.filter((one) => one in this.data.kinds))));
    if (this.data.judged) chips.push(button(this.word("judged_together"), { class: "chip", "aria-pressed": String(!this.data.apart), title: this.word("judged_why") }, () => {
      this.data.apart = this.data.apart ? "" : "1";
      this.component.setStateValue("apart", this.data.apart);
      this.draw();
    }));
    const layouts = LAYOUTS.map((layout) =>
      button(this.word(`layout_${layout}`), { class: "chip", "aria-pressed": String(this.data.layout === layout) }, () => {
        this.data.layout = layout;
        this.canvas.show(this.data, layout, this.data.root);
        this.component.setStateValue("layout", layout);
        this.draw();
      }));
    fill(this.acts,
      button(`↶ ${this.word("undo")}`, { disabled: !this.past.length, title: "Ctrl+Z" }, () => this.step(this.past, this.future)),
      button(`↷ ${this.word("redo")}`, { disabled: !this.future.length, title: "Ctrl+Y" }, () => this.step(this.future, this.past)),
      button(this.word("path_between"), { "aria-expanded": String(!this.paths.element.hidden) }, () => {
        this.paths.toggle(this.data.picked, this.name(this.data.picked));
        this.draw();
      }),
      button(this.word("fit"), { title: "0" }, () => this.canvas.fit()),
      button("PNG", { title: this.word("picture") }, () => void this.save()),
      button("SVG", { title: this.word("picture") }, () => this.download(new Blob([this.canvas.drawing()], { type: "image/svg+xml" }), "svg")),
      button(this.word("copy_link"), { class: "primary" }, () => void this.copy()));
    fill(this.bar, this.search.element, ...chips, h("span", { class: "grow" }), ...layouts);
    fill(this.legend, ...Object.entries(this.data.relations).filter(([type]) => this.data.edges.some((edge) => edge.type === type))
      .map(([, style]) => h("span", {}, h("i", { class: `line ${style.hint}` }), style.caption)));
  }

  private view(): View {
    return { open: this.data.open, hidden: this.data.hidden };
  }

  private go(open: string[]): void {
    this.past.push(this.view());
    this.future = [];
    this.tell({ open, hidden: this.data.hidden });
  }

  private hide(hidden: string[]): void {
    this.past.push(this.view());
    this.future = [];
    this.tell({ open: this.data.open, hidden });
  }

  private step(from: View[], to: View[]): void {
    const view = from.pop();
    if (!view) return;
    to.push(this.view());
    this.tell(view);
  }

  private tell(view: View): void {
    const { open, hidden } = this.view();
    Object.assign(this.data, view);
    if (view.hidden !== hidden) {
      this.canvas.hide(new Set(view.hidden));
      this.component.setStateValue("hidden", view.hidden);
    }
    if (view.open !== open) this.component.setStateValue("open", view.open);
    this.draw();
  }

  private toggle(id: string): void {
    const name = (entry: string): string => entry.split("~")[0]!;
    const open = this.data.open.filter((one) => name(one) !== id && !name(one).startsWith(`${id}@`));
    this.go(this.data.open.some((one) => name(one) === id) ? open : [...this.data.open, id]);
  }

  /** “还有 N 个”: one more page of a node's neighbours; an entry of `open` is ID or ID~PAGES. */
  private more(id: string): void {
    this.go(this.data.open.map((one) => {
      const [name, pages] = one.split("~");
      return name === id ? `${id}~${Number(pages ?? "1") + 1}` : one;
    }));
  }

  private pick(id: string, tell: boolean): void {
    this.data.picked = id;
    const chosen = this.data.nodes.find((node) => node.id === id) ?? this.data.edges.find((edge) => edge.id === id);
    this.canvas.choose(chosen ? id : "");
    const panel = evidencePanel(chosen?.evidence ?? null, this.data.words);
    if (chosen && "kind" in chosen) {
      const group = chosen.kind === "Group";
      panel.append(h("div", { class: "links" }, button(this.word(chosen.open ? "collapse" : "expand"), {}, () => this.toggle(id)),
        group ? null : button(this.word("start_here"), {}, () => this.component.setTriggerValue("ask", id)),
        group ? null : button(this.word("path_from_here"), {}, () => {
          this.paths.toggle(id, chosen.name, true);
          this.draw();
        }),
        button(this.word("hide"), {}, () => this.hide([...this.data.hidden, id]))));
      this.said.textContent = `${this.data.kinds[chosen.kind]?.caption ?? ""} ${chosen.name.replace("\n", " ")}`;
      if (tell) this.paths.offer(id, chosen.name);
    }
    fill(this.side, panel);
    if (tell) this.component.setStateValue("picked", id);
  }

  private name(id: string): string {
    return this.data.nodes.find((node) => node.id === id)?.name ?? id;
  }

  private async save(): Promise<void> {
    this.download(await this.canvas.picture(), "png");
  }

  private download(blob: Blob, suffix: string): void {
    const link = h("a", { href: URL.createObjectURL(blob), download: `${this.word("graph")}.${suffix}` }) as HTMLAnchorElement;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(window.location.href);
    this.note.textContent = this.word("copied");
  }

  private key(event: KeyboardEvent): void {
    if (typing(event)) return;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key === "z") this.step(this.past, this.future);
    else if (control && event.key === "y") this.step(this.future, this.past);
    else if (event.key === "0") this.canvas.fit();
    else if (event.key === "Delete" && this.data.picked) this.hide([...this.data.hidden, this.data.picked]);
    else if (event.key === "Enter" && this.data.picked) this.toggle(this.data.picked);
    else if (event.key === "Escape") this.pick("", true);
    else if (event.key.startsWith("Arrow")) this.walk(event.key);
    else return;
    event.preventDefault();
  }

  /** The arrow keys go from node to node: to the nearest one in that direction. */
  private walk(key: string): void {
    const cy = this.canvas.cy;
    const visible = cy.nodes(":visible").filter((node) => node.data("kind") !== "More");
    const from = visible.filter((node) => node.id() === this.data.picked)[0];
    if (!from) {
      if (visible.nonempty()) this.pick(visible[0]!.id(), true);
      return;
    }
    const axis = key === "ArrowLeft" || key === "ArrowRight" ? "x" : "y";
    const across = axis === "x" ? "y" : "x";
    const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    let best = "";
    let least = Infinity;
    visible.forEach((node) => {
      const along = (node.position(axis) - from.position(axis)) * sign;
      const cost = along + 2 * Math.abs(node.position(across) - from.position(across));
      if (along > 1 && cost < least) [best, least] = [node.id(), cost];
    });
    if (best) this.pick(best, true);
  }
}

export default mounted<Data>((component) => {
  const explorer = new Explorer(component.parentElement, component.data.words);
  // browser tests read positions here: “0 of N moved” is a promise of this view
  (window as unknown as { govgraphExplorer: Explorer }).govgraphExplorer = explorer;
  return explorer;
});
