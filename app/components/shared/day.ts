// The day at which things count as overdue: typed as offices write days, kept in the address.
import type { Words } from "./component";
import { button, fill, h } from "./dom";

/** A day as people type it (2024-6-3, 2024.6.3, 2024/6/3, 2024年6月3日, 20240603) as ISO date; empty where it is none. */
export function parseDay(text: string): string {
  const match = /^\s*(\d{4})\s*(?:[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?|(\d{2})(\d{2}))\s*$/.exec(text.normalize("NFKC"));
  if (!match) return "";
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : "";
}

/** The day so many days later. */
export function later(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

export class DayField {
  readonly element = h("label", { class: "day-field" });
  private readonly input = h("input", { type: "text", inputmode: "numeric", maxlength: "12", autocomplete: "off" }) as HTMLInputElement;
  private words: Words = {};
  private usual = "";

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
    this.input.setAttribute("aria-label", words["day_counts"] ?? "");
    this.input.removeAttribute("aria-invalid");
    this.input.value = day || usual;
    fill(this.element, words["day_counts"] ?? "", this.input,
      day ? button("×", { class: "leave", "aria-label": words["day_usual"], title: words["day_usual"] }, () => this.tell("")) : null);
  }

  private take(): void {
    const day = parseDay(this.input.value);
    this.input.toggleAttribute("aria-invalid", !day);
    this.input.title = day ? "" : this.words["day_wrong"] ?? "";
    if (day) this.tell(day === this.usual ? "" : day);
  }
}
