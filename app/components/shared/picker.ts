// The calendar under a field for a day: in the app's language, which a browser's own would not be.
import type { Words } from "./component";
import { button, fill, h } from "./dom";
import { parseDay, today } from "./dates";
import { step, weeks } from "./months";

/** The field with its calendar, which shows while the field has the focus; `take` is called when a day was chosen there. */
export function dayPicker(input: HTMLInputElement, words: () => Words, take: () => void): HTMLElement {
  const sheet = h("span", { class: "day-sheet", hidden: true, role: "group" });
  let month = "";
  const close = (): void => void (sheet.hidden = true);
  const turn = (label: string, by: number, key: string): HTMLElement =>
    button(label, { tabindex: "-1", "aria-label": words()[key], title: words()[key] }, () => {
      month = step(month, by);
      draw();
    });
  const cell = (day: string): HTMLElement => {
    if (!day) return h("i", {});
    return button(String(Number(day.slice(8))), { tabindex: "-1", "aria-label": day, "aria-pressed": String(day === parseDay(input.value)), class: day === today() ? "today" : undefined }, () => {
      input.value = day;
      close();
      take();
    });
  };
  const draw = (): void => {
    const title = (words()["month_title"] ?? "{y}-{n}").replace("{y}", month.slice(0, 4)).replace("{n}", String(Number(month.slice(5))));
    fill(sheet, h("span", { class: "turns" }, turn("«", -12, "year_before"), turn("‹", -1, "month_before"), h("b", {}, title), turn("›", 1, "month_after"), turn("»", 12, "year_after")),
      h("span", { class: "days" }, ...Array.from(words()["weekdays"] ?? "").map((one) => h("em", {}, one)), ...weeks(month).flat().map(cell)));
  };
  const open = (): void => {
    month = (parseDay(input.value) || today()).slice(0, 7);
    draw();
    sheet.hidden = false;
  };
  input.addEventListener("focus", open);
  input.addEventListener("click", open);
  // who has typed a day needs no calendar, and what it covers is next
  input.addEventListener("input", () => parseDay(input.value) && close());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "Enter") close();
    else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && parseDay(input.value)) setTimeout(open); // after the field has stepped
  });
  // the field keeps the focus; its label would click it again
  sheet.addEventListener("mousedown", (event) => event.preventDefault());
  sheet.addEventListener("click", (event) => event.preventDefault());
  return h("span", { class: "day-pick" }, input, sheet);
}
