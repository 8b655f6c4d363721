// The day at which things count as overdue: typed as offices write days, kept in the address.
import type { Words } from "./component";
import { button, fill, h } from "./dom";
import { later, parseDay } from "./dates";
import { dayPicker } from "./picker";

export class DayField {
  readonly element = h("label", { class: "day-field" });
  private readonly input = h("input", { type: "text", inputmode: "numeric", maxlength: "12", autocomplete: "off" }) as HTMLInputElement;
  private readonly picked = dayPicker(this.input, () => this.words, () => this.take());
  private words: Words = {};
  private usual = "";
  private day = "";

  /** `tell` gets the day chosen, empty where the usual one counts. */
  constructor(private readonly tell: (day: string) => void) {
    this.input.addEventListener("change", () => this.take());
    this.input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      const by = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
      const day = parseDay(this.input.value);
      if (event.key === "Enter") this.take();
      else if (event.key === "Escape") this.input.blur();
      else if (by && day) {
        event.preventDefault();
        this.input.value = later(day, by);
      }
    });
  }

  update(words: Words, day: string, usual: string): void {
    this.words = words;
    this.usual = usual;
    this.day = day;
    this.input.setAttribute("aria-label", words["day_counts"] ?? "");
    this.input.removeAttribute("aria-invalid");
    this.input.value = day || usual;
    fill(this.element, words["day_counts"] ?? "", this.picked,
      day ? button("×", { class: "leave", "aria-label": words["day_usual"], title: words["day_usual"] }, () => this.tell("")) : null);
  }

  private take(): void {
    const day = parseDay(this.input.value);
    this.input.toggleAttribute("aria-invalid", !day);
    this.input.title = day ? "" : this.words["day_wrong"] ?? "";
    const chosen = day === this.usual ? "" : day;
    // a field that is moved while it has the focus says what was told already
    if (!day || chosen === this.day) return;
    this.day = chosen;
    this.tell(chosen);
  }
}
