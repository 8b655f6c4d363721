// The form of a question: one field a parameter, names offered as one types, closed values in the user's words.
import { h } from "../shared/dom";
import { parseDay } from "../shared/dates";
import { dayPicker } from "../shared/picker";
import type { Data, Field, Question } from "./model";

const NAMED = new Set(["body", "project", "document"]);

/** The day that counts on every page (today, or the last document's), where a question needs a day and none was given: the most asked one, and it can be changed. */
function given(field: Field, values: Record<string, string>, today: string): string {
  return values[field.name] ?? (field.value || (field.type === "date" && field.required ? today : ""));
}

/** All that must be given is there. */
export function complete(question: Question, values: Record<string, string>, today: string): boolean {
  return question.fields.every((field) => !field.required || given(field, values, today));
}

export function form(question: Question, data: Data, ask: () => void): HTMLElement {
  const made = h("form", { class: "form" }, ...question.fields.map((field) => {
    const value = given(field, data.values, data.today);
    const list = NAMED.has(field.type) ? `names-${field.type}` : undefined;
    const input = field.choices.length
      ? h("select", { name: field.name }, h("option", { value: "" }, data.words["any"] ?? ""), ...field.choices.map((one) => h("option", { value: one.value, selected: value === one.value }, one.label)))
      : h("input", { name: field.name, type: field.type === "int" ? "number" : "text", "data-type": field.type, value, placeholder: field.type === "date" ? "2024-03-01" : field.help, title: field.help, required: field.required, autocomplete: "off", list });
    const shown = field.type === "date" ? dayPicker(input as HTMLInputElement, () => data.words, () => undefined) : input;
    return h("label", {}, h("span", {}, field.label, field.required ? h("em", {}, " *") : null), shown,
      field.type === "date" && data.today_why && value === data.today ? h("span", { class: "hint" }, data.today_why) : null);
  }), ...Object.entries(data.names).map(([kind, names]) => h("datalist", { id: `names-${kind}` }, ...names.map((name) => h("option", { value: name })))));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  made.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key !== "Enter") return;
    event.preventDefault();
    ask();
  });
  return made;
}

/** What stands in the form now; null where something needed is missing or a day is none (that field gets the focus). */
export function filled(place: Element, wrong: string): Record<string, string> | null {
  const values: Record<string, string> = {};
  for (const input of place.querySelectorAll<HTMLInputElement>("form input, form select")) {
    if (input.required && !input.value) {
      input.focus();
      return null;
    }
    const day = input.dataset["type"] === "date" && input.value.trim() ? parseDay(input.value) : input.value;
    input.toggleAttribute("aria-invalid", !day && Boolean(input.value));
    input.title = !day && input.value ? wrong : input.title;
    if (!day && input.value) {
      input.focus();
      return null;
    }
    values[input.name] = day;
  }
  return values;
}
