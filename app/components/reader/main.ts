// 文档: the text with everything lit by kind, its outline on the left, the chosen fact's evidence on the right.
import base from "../shared/base.css";
import { colourKinds, type Component, type KindStyle, type Words } from "../shared/component";
import { button, fill, h } from "../shared/dom";
import { evidencePanel, type Evidence } from "../shared/evidence";
import { onPageKey } from "../shared/keys";
import { mounted } from "../shared/held";
import { lit, type Span } from "../shared/lit";
import { byReason, type Left } from "./left";
import css from "./reader.css";
import { holding, paragraphs, parts, type Block, type Paragraph, type Parts, type Sent } from "./text";
import { said } from "../shared/words";

interface Rest {
  words: Words;
  kinds: Record<string, KindStyle>;
  /** of the obligations looked at, by id */
  evidence: Record<string, Evidence>;
  hidden: string[];
  picked: string;
  /** what stands at the left: outline, or left (the sentences left out) */
  side: string;
  at: number;
}

type Message = Rest & Sent & { held?: Record<string, string> };
type Data = Rest & Parts & { text: string };

const CHUNK = 60; // paragraphs lit at once; the others are plain until they come near
const ALWAYS = ["Obligation", "Body", "Deadline", "Target", "Project", "Programme", "Condition", "Result", "Left"];

const [PARAGRAPH, HEADING] = [86, 27]; // their heights in pixels, about

/** Elements in boxes that the browser lays out when they come near: one by one, ten thousand would take it long. */
function stretches(elements: readonly HTMLElement[], height: number): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at = 0; at < elements.length; at += CHUNK) {
    const some = elements.slice(at, at + CHUNK);
    found.push(h("div", { class: "stretch", style: `contain-intrinsic-height: auto ${some.length * height}px` }, ...some));
  }
  return found;
}

class Reader {
  private readonly root = h("div", { class: "gov reader" });
  private readonly bar = h("div", { class: "bar" });
  private readonly outline = h("nav", { class: "outline" });
  private readonly page = h("article", { class: "page", tabindex: "0" });
  private readonly side = h("div", { class: "side" });
  private readonly count = h("span", { class: "count" });
  private component!: Component<Message>;
  private sent: Sent | null = null;
  private named: Parts = { marks: [], blocks: [], outline: [], left: [] };
  /** evidence by id, as it came */
  private readonly proved = new Map<string, Evidence>();
  private readonly place = new Map<string, number>();
  private data!: Data;
  private list: Paragraph[] = [];
  private elements: HTMLElement[] = [];
  /** where the sentence starts that was chosen among those left out; -1: none */
  private here = -1;
  /** the evidence that stands at the right */
  private evident: Evidence | null = null;
  private more: IntersectionObserver | null = null;
  private readonly numbers = new Map<Element, number>();

  constructor(parent: HTMLElement | ShadowRoot) {
    this.root.append(h("style", {}, base + css), this.bar, h("div", { class: "columns" }, this.outline, this.page, this.side));
    parent.append(this.root);
    this.page.addEventListener("click", (event) => this.click(event));
    onPageKey(this.root, (event) => this.press(event));
  }

  update(component: Component<Message>): void {
    this.component = component;
    const message = component.data;
    const sent = this.sent;
    const same = sent !== null && (["text", "marks", "blocks", "outline", "left"] as const).every((name) => sent[name] === message[name]) && this.data.words["outline"] === message.words["outline"];
    if (!same) {
      this.here = -1;
      this.named = parts(message);
      this.proved.clear();
      this.place.clear();
      this.named.blocks.forEach((block, at) => this.place.set(block.id, at));
    }
    this.sent = message;
    for (const [id, evidence] of Object.entries(message.evidence)) if (!this.proved.has(id)) this.proved.set(id, evidence);
    // what was chosen here stands: the page's answer to an earlier click may come after a later one
    const own = same ? { hidden: this.data.hidden, side: this.data.side, picked: this.data.picked } : {};
    this.data = { ...message, ...this.named, ...own };
    colourKinds(this.root, this.data.kinds);
    this.outline.setAttribute("aria-label", this.word("outline"));
    if (same) return this.prove();
    this.drawBar();
    this.drawOutline();
    this.drawPage();
    const first = this.block(this.data.picked);
    this.pick(this.data.picked || this.data.blocks[0]?.id || "", false, Boolean(first) || this.data.at > 0);
  }

  private block(id: string): Block | undefined {
    return this.data.blocks[this.place.get(id) ?? -1];
  }

  private word(key: string): string {
    return this.data.words[key] ?? key;
  }

  private shown(kind: string): boolean {
    return !this.data.hidden.includes(kind);
  }

  private drawBar(): void {
    const number = new Map(Object.entries(this.sent?.marks ?? {}).map(([kind, at]) => [kind, at.length / 2]));
    number.set("Obligation", this.data.blocks.length).set("Left", this.data.left.length);
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
    const all = this.data.blocks.length;
    const step = (by: number): void => this.step(by);
    fill(this.bar, ...chips, h("span", { class: "grow" }),
      all ? h("span", { class: "steps" }, button("‹", { "aria-label": this.word("previous") }, () => step(-1)),
        this.count,
        button("›", { "aria-label": this.word("next") }, () => step(1))) : null);
    this.tellCount();
  }

  private tellCount(): void {
    this.count.textContent = this.word("item_of").replace("{n}", String((this.place.get(this.data.picked) ?? 0) + 1)).replace("{all}", String(this.data.blocks.length));
  }

  /** So many obligations on, or back. */
  private step(by: number): void {
    const at = (this.place.get(this.data.picked) ?? -1) + by;
    const next = this.data.blocks[Math.max(0, Math.min(this.data.blocks.length - 1, at))];
    if (next) this.pick(next.id, true, true);
  }

  private drawOutline(): void {
    const tab = (side: string, caption: string): HTMLElement => button(caption, { class: "chip", "aria-pressed": String(this.data.side === side) }, () => {
      this.data.side = side;
      this.component.setStateValue("side", side);
      this.drawOutline();
    });
    fill(this.outline, h("div", { class: "tabs" }, tab("outline", this.word("outline")), tab("left", `${this.word("left_why")} ${this.data.left.length}`)),
      ...(this.data.side === "left" ? this.leftOut() : stretches(this.headings(), HEADING)));
  }

  private headings(): HTMLElement[] {
    return this.data.outline.map((one) => {
      const item = button("", { class: `heading level-${Math.min(one.level, 4)}` }, () => this.go(one.start, true));
      item.append(one.label, one.count ? h("small", {}, said(this.word("items"), { n: one.count })) : "");
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
    if (this.here >= 0) this.elements[holding(this.list, this.here)]?.classList.add("here");
  }

  private drawPage(): void {
    const marks: Span[] = this.data.marks.filter((mark) => this.shown(mark.kind));
    if (this.shown("Left")) marks.push(...this.data.left.map((one) => ({ start: one.start, end: one.end, kind: "Left", title: one.reason })));
    this.list = paragraphs(this.data.text, marks, this.shown("Obligation") ? this.data.blocks : []);
    this.more?.disconnect();
    this.more = new IntersectionObserver((seen) => {
      for (const one of seen) if (one.isIntersecting) this.light(this.numbers.get(one.target) ?? -1);
    }, { root: this.page, rootMargin: "800px" });
    this.numbers.clear();
    this.elements = this.list.map((paragraph, number) => this.plain(paragraph, number));
    this.page.replaceChildren(...stretches(this.elements, PARAGRAPH));
    this.around(0);
    this.lightHere();
  }

  /** A paragraph as it stands before its facts are lit: quickly made, and found by the browser's own search. */
  private plain(paragraph: Paragraph, number: number): HTMLElement {
    const element = document.createElement("p");
    element.dataset["start"] = String(paragraph.start);
    if (paragraph.facts.length) element.classList.add("has-facts");
    if (paragraph.text.includes("\t")) element.classList.add("cells");
    element.textContent = paragraph.text;
    this.numbers.set(element, number);
    if (paragraph.spans.length) this.more?.observe(element);
    return element;
  }

  private light(number: number): void {
    const [element, paragraph] = [this.elements[number], this.list[number]];
    if (!element || !paragraph) return;
    this.more?.unobserve(element);
    if (paragraph.spans.length && !element.querySelector("mark")) element.replaceChildren(lit(paragraph.text, paragraph.spans));
  }

  /** Light what one sees when a paragraph is brought into sight. */
  private around(number: number): void {
    for (let at = Math.max(0, number - CHUNK / 2); at < Math.min(this.list.length, number + CHUNK); at++) this.light(at);
  }

  /** A click on a paragraph chooses the fact whose words were hit, else the first of the paragraph. */
  private click(event: MouseEvent): void {
    const element = (event.target as HTMLElement).closest("p");
    const paragraph = this.list[(element && this.numbers.get(element)) ?? -1];
    if (!element || !paragraph) return;
    const hit = (event.target as HTMLElement).closest("mark");
    let offset = paragraph.start;
    if (hit) {
      const range = document.createRange();
      range.setStart(element, 0);
      range.setEndBefore(hit);
      offset += Array.from(range.toString()).length;
    }
    const block = this.data.blocks.find((one) => one.start <= offset && one.end > offset) ?? this.block(paragraph.facts[0] ?? "");
    if (block) this.pick(block.id, true, false);
  }

  private go(offset: number, smooth: boolean): void {
    const index = holding(this.list, offset);
    this.around(index);
    const to = this.elements[index];
    if (!to) return;
    // far away at once: what lies between is not laid out yet, and would be a blank that rushes by
    const far = Math.abs(to.getBoundingClientRect().top - this.page.getBoundingClientRect().top) > 3 * this.page.clientHeight;
    to.scrollIntoView({ block: "center", behavior: smooth && !far ? "smooth" : "auto" });
  }

  private pick(id: string, tell: boolean, scroll: boolean): void {
    this.data.picked = id;
    const block = this.block(id);
    for (const element of this.page.querySelectorAll(".picked")) element.classList.remove("picked");
    if (block) {
      if (scroll) this.go(block.start, false);
      this.elements[holding(this.list, block.start)]?.classList.add("picked");
    } else if (scroll && this.data.at) this.go(this.data.at, false);
    this.prove();
    this.tellCount();
    if (tell) this.component.setStateValue("picked", id);
  }

  /** The evidence of what is chosen; where it has not come yet, it has been asked for. */
  private prove(): void {
    const { picked } = this.data;
    const evidence = this.proved.get(picked);
    if (!evidence && this.place.has(picked)) {
      this.side.firstElementChild?.setAttribute("aria-busy", "true");
      return;
    }
    if (!evidence || this.evident !== evidence) fill(this.side, evidencePanel(evidence ?? null, this.data.words));
    this.evident = evidence ?? null;
  }

  private press(event: KeyboardEvent): void {
    // up and down scroll the text where it has the focus; else they walk the facts, as right and left always do
    const walks = (event.composedPath()[0] as HTMLElement) !== this.page;
    const by = event.key === "ArrowRight" || event.key === "n" || (walks && event.key === "ArrowDown") ? 1
      : event.key === "ArrowLeft" || event.key === "p" || (walks && event.key === "ArrowUp") ? -1 : 0;
    if (!by || !this.data.blocks.length) return;
    event.preventDefault();
    this.step(by);
  }
}

export default mounted<Message>((component) => new Reader(component.parentElement));
