// 两点之间的路径: two fields, also filled by a click on the canvas; the way found is named, and can be put away.
import { button, fill, h } from "../shared/dom";
import { SearchField, type Hint } from "../shared/search";
import type { Words } from "../shared/component";
import { said } from "../shared/words";

export class Paths {
  readonly element = h("div", { class: "bar paths", role: "group", hidden: true });
  private readonly fields: [SearchField, SearchField];
  private readonly ends: [string, string] = ["", ""];
  private readonly found = h("span", { class: "found" });

  constructor(private readonly words: Words, private readonly seek: (from: string, to: string) => void, private readonly end: () => void) {
    const field = (side: 0 | 1, placeholder: string): SearchField => new SearchField(placeholder, (hint, text) => {
      this.set(side, hint ? hint.id : text);
      if (!this.ends[1 - side]) this.fields[1 - side]?.focus();
    });
    this.fields = [field(0, words["path_from"] ?? ""), field(1, words["path_to"] ?? "")];
    this.element.setAttribute("aria-label", words["path_between"] ?? "");
  }

  update(hints: readonly Hint[], wanting: (() => void) | null, way: readonly string[]): void {
    for (const field of this.fields) field.offer(hints, wanting);
    if (way.length) this.element.hidden = false;
    const steps = said(this.words["path_steps"] ?? "", { n: way.length - 1 });
    fill(this.found, ...(way.length ? [h("b", {}, `${steps}：`), way.join(" → ")] : [this.words["path_next"] ?? ""]));
    this.found.title = way.join(" → ");
    fill(this.element, h("span", {}, this.words["path_from_word"] ?? ""), this.fields[0].element, h("span", {}, this.words["path_to_word"] ?? ""), this.fields[1].element, this.found,
      h("span", { class: "grow" }), button("✕", { "aria-label": this.words["path_end"] ?? "", title: this.words["path_end"] ?? "" }, () => {
        this.element.hidden = true;
        this.ends.fill("");
        for (const one of this.fields) one.value = "";
        if (way.length) this.end();
      }));
  }

  /** Show or hide; the thing chosen on the canvas is where the way begins. */
  toggle(id: string, name: string, show = this.element.hidden !== false): void {
    this.element.hidden = !show;
    if (!show) return;
    this.ends.splice(0, 2, id, "");
    this.fields[0].value = id ? name : "";
    this.fields[1].value = "";
    this.fields[id ? 1 : 0].focus();
  }

  /** A thing was chosen on the canvas: it fills the end that is open. */
  offer(id: string, name: string): void {
    if (this.element.hidden || (this.ends[0] && this.ends[1])) return;
    const side = this.ends[0] ? 1 : 0;
    if (this.ends[1 - side] === id) return;
    this.fields[side].text = name;
    this.set(side, id);
  }

  private set(side: 0 | 1, id: string): void {
    this.ends[side] = id;
    if (this.ends[0] && this.ends[1]) this.seek(this.ends[0], this.ends[1]);
  }
}
