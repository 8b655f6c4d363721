// 文档: the text with everything lit by kind, its outline on the left, the chosen fact's evidence on the right.
import base from "../shared/base.css";
import { colourKinds, type Component, type KindStyle, type Words } from "../shared/component";
import { button, fill, h } from "../shared/dom";
import { evidencePanel, type Evidence } from "../shared/evidence";
import { onPageKey } from "../shared/keys";
import { lit } from "../shared/lit";
import { byReason, type Left } from "./left";
import css from "./reader.css";
import { holding, paragraphs, type Block, type Mark, type Paragraph } from "./text";

interface Heading {
  label: string;
  level: number;
  start: number;
  count: number;
}

interface Data {
  words: Words;
  kinds: Record<string, KindStyle>;
  text: string;
  marks: Mark[];
  blocks: (Block & { kind: string })[];
  outline: Heading[];
  left: Left[];
  evidence: Record<string, Evidence>;
  hidden: string[];
  picked: string;
  /** what stands at the left: outline, or left (the sentences left out) */
  side: string;
  at: number;
}

const CHUNK = 60;
const ALWAYS = ["Obligation", "Body", "Deadline", "Target", "Project", "Programme", "Condition", "Result", "Left"];

class Reader {
  private readonly root = h("div", { class: "gov reader" });
  private readonly bar = h("div", { class: "bar" });
  private readonly outline = h("nav", { class: "outline" });
  private readonly page = h("article", { class: "page", tabindex: "0" });
  private readonly side = h("div", { class: "side" });
  private component!: Component<Data>;
  private data!: Data;
  private list: Paragraph[] = [];
  private drawnTo = 0;
  /** where the sentence starts that was chosen among those left out; -1: none */
  private here = -1;
  private more: IntersectionObserver | null = null;
  private key = "";

  constructor(parent: HTMLElement | ShadowRoot) {
    this.root.append(h("style", {}, base + css), this.bar, h("div", { class: "columns" }, this.outline, this.page, this.side));
    parent.append(this.root);
    onPageKey(this.root, (event) => this.press(event));
  }

  update(component: Component<Data>): void {
    this.component = component;
    // each answer of the page is a new object: what tells another language is a caption
    const same = this.data && this.data.text === component.data.text && this.data.words["outline"] === component.data.words["outline"];
    if (!same) this.here = -1;
    const hidden = same ? this.data.hidden : component.data.hidden;
    this.data = { ...component.data, hidden, side: same ? this.data.side : component.data.side };
    colourKinds(this.root, this.data.kinds);
    this.outline.setAttribute("aria-label", this.word("outline"));
    const key = this.drawn();
    this.drawBar();
    if (key !== this.key) {
      this.key = key;
      this.drawOutline();
      this.drawPage();
      const first = this.data.blocks.find((block) => block.id === this.data.picked);
      this.pick(this.data.picked || this.data.blocks[0]?.id || "", false, Boolean(first) || this.data.at > 0);
    }
  }

  private word(key: string): string {
    return this.data.words[key] ?? key;
  }

  private shown(kind: string): boolean {
    return !this.data.hidden.includes(kind);
  }

  private drawBar(): void {
    const number = new Map<string, number>();
    for (const mark of this.data.marks) number.set(mark.kind, (number.get(mark.kind) ?? 0) + 1);
    for (const block of this.data.blocks) number.set(block.kind, (number.get(block.kind) ?? 0) + 1);
    number.set("Left", this.data.left.length);
    const chips = ALWAYS.filter((kind) => number.get(kind)).map((kind) => {
      const caption = kind === "Left" ? this.word("left_out") : this.data.kinds[kind]?.caption ?? kind;
      const chip = button("", { class: "chip", "aria-pressed": String(this.shown(kind)) }, () => {
        this.data.hidden = this.shown(kind) ? [...this.data.hidden, kind] : this.data.hidden.filter((one) => one !== kind);
        this.component.setStateValue("hidden", this.data.hidden);
        this.drawBar();
        this.drawPage();
        this.pick(this.data.picked, false, true);
      });
      chip.append(h("i", { class: `swatch k-${kind}` }), `${caption} ${number.get(kind)}`);
      return chip;
    });
    const ids = this.data.blocks.map((block) => block.id);
    const at = Math.max(0, ids.indexOf(this.data.picked));
    const step = (by: number): void => this.pick(ids[Math.max(0, Math.min(ids.length - 1, at + by))] ?? "", true, true);
    fill(this.bar, ...chips, h("span", { class: "grow" }),
      ids.length ? h("span", { class: "steps" }, button("‹", { "aria-label": this.word("previous") }, () => step(-1)),
        h("span", { class: "count" }, this.word("item_of").replace("{n}", String(at + 1)).replace("{all}", String(ids.length))),
        button("›", { "aria-label": this.word("next") }, () => step(1))) : null);
  }

  private drawOutline(): void {
    const tab = (side: string, caption: string): HTMLElement => button(caption, { class: "chip", "aria-pressed": String(this.data.side === side) }, () => {
      this.data.side = side;
      this.component.setStateValue("side", side);
      this.drawOutline();
    });
    fill(this.outline, h("div", { class: "tabs" }, tab("outline", this.word("outline")), tab("left", `${this.word("left_why")} ${this.data.left.length}`)),
      ...(this.data.side === "left" ? this.leftOut() : this.headings()));
  }

  private headings(): HTMLElement[] {
    return this.data.outline.map((one) => {
      const item = button("", { class: `heading level-${Math.min(one.level, 4)}` }, () => this.go(one.start, true));
      item.append(one.label, one.count ? h("small", {}, this.word("items").replace("{n}", String(one.count))) : "");
      return item;
    });
  }

  /** What was left out, under its reason; a click lights it in the text. */
  private leftOut(): HTMLElement[] {
    const groups = byReason(this.data.text, this.data.left);
    if (!groups.length) return [h("p", { class: "none" }, this.word("left_none"))];
    return groups.map((group) => {
      const list = group.sentences.map((one) => {
        const item = button("", { class: "sentence", title: one.text }, () => this.showLeft(one, item));
        item.append(h("span", {}, one.text));
        if (one.cue) item.append(h("small", {}, this.word("left_cue").replace("{cue}", one.cue)));
        return item;
      });
      return h("details", { open: groups.length < 4 || group.sentences.length < 20 }, h("summary", {}, group.reason, h("small", {}, String(list.length))), ...list);
    });
  }

  private showLeft(one: Left, item: HTMLElement): void {
    if (!this.shown("Left")) {
      this.data.hidden = this.data.hidden.filter((kind) => kind !== "Left");
      this.component.setStateValue("hidden", this.data.hidden);
      this.key = this.drawn();
      this.drawBar();
      this.drawPage();
    }
    for (const chosen of this.outline.querySelectorAll("[aria-current]")) chosen.removeAttribute("aria-current");
    item.setAttribute("aria-current", "true");
    this.go(one.start, false);
    this.here = one.start;
    this.lightHere();
  }

  /** Mark the paragraph of the sentence that was chosen at the side; set again whenever the text is drawn anew. */
  private lightHere(): void {
    for (const element of this.page.querySelectorAll(".here")) element.classList.remove("here");
    if (this.here >= 0) this.page.children[holding(this.list, this.here)]?.classList.add("here");
  }

  /** What the page's drawing hangs on: drawn anew when it changes. */
  private drawn(): string {
    return `${this.data.text.length}:${this.data.blocks.length}:${this.data.hidden.join()}`;
  }

  private drawPage(): void {
    const marks: Mark[] = this.data.marks.filter((mark) => this.shown(mark.kind));
    if (this.shown("Left")) marks.push(...this.data.left.map((one) => ({ start: one.start, end: one.end, kind: "Left", title: one.reason, of: "" })));
    const blocks = this.data.blocks.filter((block) => this.shown(block.kind));
    this.list = paragraphs(this.data.text, marks, blocks);
    this.more?.disconnect();
    fill(this.page);
    this.drawnTo = 0;
    this.draw(CHUNK);
    this.lightHere();
  }

  private draw(to: number): void {
    for (; this.drawnTo < Math.min(to, this.list.length); this.drawnTo++) {
      const paragraph = this.list[this.drawnTo]!;
      const element = h("p", { "data-start": String(paragraph.start), class: paragraph.facts.length ? "has-facts" : undefined });
      const rows = paragraph.text.includes("\t");
      if (rows) element.classList.add("cells");
      element.append(lit(paragraph.text, paragraph.spans));
      element.addEventListener("click", (event) => this.click(event, paragraph));
      this.page.append(element);
    }
    this.more?.disconnect();
    const last = this.page.lastElementChild;
    if (this.drawnTo >= this.list.length || !last) return;
    this.more = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) this.draw(this.drawnTo + CHUNK);
    }, { root: this.page, rootMargin: "800px" });
    this.more.observe(last);
  }

  /** A click on a paragraph chooses the fact whose words were hit, else the first of the paragraph. */
  private click(event: MouseEvent, paragraph: Paragraph): void {
    const marks = [...(event.currentTarget as HTMLElement).querySelectorAll("mark")];
    const hit = (event.target as HTMLElement).closest("mark");
    let offset = paragraph.start;
    if (hit && marks.includes(hit as HTMLElement)) {
      const range = document.createRange();
      range.setStart(event.currentTarget as HTMLElement, 0);
      range.setEndBefore(hit);
      offset += Array.from(range.toString()).length;
    }
    const block = this.data.blocks.find((one) => one.start <= offset && one.end > offset) ?? this.data.blocks.find((one) => paragraph.facts.includes(one.id));
    if (block) this.pick(block.id, true, false);
  }

  private go(offset: number, smooth: boolean): void {
    const index = holding(this.list, offset);
    if (index >= this.drawnTo) this.draw(index + CHUNK);
    this.page.children[index]?.scrollIntoView({ block: "center", behavior: smooth ? "smooth" : "auto" });
  }

  private pick(id: string, tell: boolean, scroll: boolean): void {
    this.data.picked = id;
    const block = this.data.blocks.find((one) => one.id === id);
    for (const element of this.page.querySelectorAll(".picked")) element.classList.remove("picked");
    if (block) {
      if (scroll) this.go(block.start, false);
      this.page.children[holding(this.list, block.start)]?.classList.add("picked");
    } else if (scroll && this.data.at) this.go(this.data.at, false);
    fill(this.side, evidencePanel(this.data.evidence[id] ?? null, this.data.words));
    this.drawBar();
    if (tell) this.component.setStateValue("picked", id);
  }

  private press(event: KeyboardEvent): void {
    const ids = this.data.blocks.map((block) => block.id);
    const at = ids.indexOf(this.data.picked);
    // up and down scroll the text where it has the focus; else they walk the facts, as right and left always do
    const walks = (event.composedPath()[0] as HTMLElement) !== this.page;
    const by = event.key === "ArrowRight" || event.key === "n" || (walks && event.key === "ArrowDown") ? 1
      : event.key === "ArrowLeft" || event.key === "p" || (walks && event.key === "ArrowUp") ? -1 : 0;
    if (!by || !ids.length) return;
    event.preventDefault();
    this.pick(ids[Math.max(0, Math.min(ids.length - 1, at + by))]!, true, true);
  }
}

const drawn = new WeakMap<HTMLElement | ShadowRoot, Reader>();

export default function (component: Component<Data>): () => void {
  let reader = drawn.get(component.parentElement);
  if (!reader) {
    reader = new Reader(component.parentElement);
    drawn.set(component.parentElement, reader);
  }
  reader.update(component);
  return () => drawn.delete(component.parentElement);
}
