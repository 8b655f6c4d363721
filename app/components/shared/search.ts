// The search field of every page: type, choose with the arrows, Enter; “/” jumps to it, Esc leaves it.
import { fill, h } from "./dom";
import { onPageKey } from "./keys";

export interface Hint {
  id: string;
  name: string;
  note: string;
  keys: string[];
}

/** The hints a query leaves, best first: names that start with it, then names, aliases or pinyin that hold it. */
export function matching(hints: readonly Hint[], query: string, most = 12): Hint[] {
  const words = query.trim().toLowerCase();
  if (!words) return hints.slice(0, most);
  const scored: [number, number, Hint][] = [];
  hints.forEach((hint, order) => {
    const name = hint.name.toLowerCase();
    const score = name === words ? 0 : hint.keys.includes(words) ? 1 : name.startsWith(words) ? 2
      : name.includes(words) ? 3 : hint.keys.some((key) => key.startsWith(words)) ? 4 : hint.keys.some((key) => key.includes(words)) ? 5 : -1;
    if (score >= 0) scored.push([score, order, hint]);
  });
  return scored.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, most).map(([, , hint]) => hint);
}

export class SearchField {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly list = h("ul", { class: "hints", role: "listbox", hidden: true });
  private shown: Hint[] = [];
  private at = -1;
  private hints: readonly Hint[] = [];
  private wanting: (() => void) | null = null;
  /** the hints are on their way, and Enter was pressed meanwhile */
  private awaited = false;
  private entered = false;

  constructor(placeholder: string, private readonly choose: (hint: Hint | null, text: string) => void) {
    this.input = h("input", { type: "search", placeholder, "aria-label": placeholder, autocomplete: "off", role: "combobox" }) as HTMLInputElement;
    this.element = h("div", { class: "find" }, this.input, this.list);
    this.input.addEventListener("input", () => this.open());
    this.input.addEventListener("focus", () => this.open());
    this.input.addEventListener("blur", () => setTimeout(() => (this.list.hidden = true), 150));
    this.input.addEventListener("keydown", (event) => this.key(event));
  }

  /** What there is to choose from; `wanting` asks for it where it comes only when somebody is about to search. */
  offer(hints: readonly Hint[], wanting: (() => void) | null): void {
    this.hints = hints;
    this.wanting = wanting;
    if (!this.awaited) return;
    if (wanting) return this.ask(); // the answer was overtaken by another one
    this.awaited = false;
    if (this.active) this.open();
    if (this.entered) this.take(this.shown[this.at] ?? null);
  }

  set value(text: string) {
    if (!this.active) this.input.value = text;
  }

  private get active(): boolean {
    const root = this.input.getRootNode();
    return root instanceof ShadowRoot && root.activeElement === this.input;
  }

  /** “/” anywhere on the page jumps here, as long as the field is on it. */
  everywhere(): this {
    onPageKey(this.element, (event) => {
      if (event.key !== "/") return;
      event.preventDefault();
      this.focus();
    });
    return this;
  }

  /** The text, also where the field has the focus. */
  set text(text: string) {
    this.input.value = text;
    this.list.hidden = true;
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private ask(): void {
    this.awaited = true;
    this.wanting?.();
    this.wanting = null;
  }

  private open(): void {
    if (this.wanting) this.ask();
    this.shown = matching(this.hints, this.input.value);
    this.at = this.input.value.trim() && this.shown.length ? 0 : -1;
    fill(this.list, ...this.shown.map((hint, index) => {
      const item = h("li", { role: "option", "aria-selected": String(index === this.at) }, hint.name, h("small", {}, hint.note));
      item.addEventListener("mousedown", () => this.take(hint));
      return item;
    }));
    this.list.hidden = this.shown.length === 0;
  }

  private take(hint: Hint | null): void {
    const text = this.input.value.trim();
    this.list.hidden = true;
    this.entered = false;
    if (hint) this.input.value = hint.name;
    if (hint || text) this.choose(hint, hint?.name ?? text);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) this.open();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.at = Math.max(0, Math.min(this.shown.length - 1, this.at + step));
      [...this.list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === this.at)));
      this.list.children[this.at]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      // who is faster than the hints is answered when they are there; pressed again, it goes as it is
      if (this.awaited && !this.entered) this.entered = true;
      else this.take(this.shown[this.at] ?? null);
    } else if (event.key === "Escape") {
      this.list.hidden = true;
      this.input.blur();
    }
    event.stopPropagation();
  }
}
