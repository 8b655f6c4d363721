// The left side: the questions by group, what was asked lately, what was kept.
import { button, fill, h } from "../shared/dom";
import type { Data, Past, Question } from "./model";

const TABS = ["questions", "recent", "favourites"] as const;

/** What a past question is called: its title with its values, or the first line of the statement. */
export function called(past: Past, questions: readonly Question[]): string {
  if (!past.name) return past.text.trim().split("\n")[0] ?? "";
  const title = questions.find((one) => one.name === past.name)?.title ?? past.name;
  return [title, ...Object.values(past.values)].join(" · ");
}

export class Library {
  readonly element = h("div", { class: "left" });
  private readonly find = h("input", { type: "search", class: "filter" }) as HTMLInputElement;
  private readonly tabs = h("div", { class: "bar tabs", role: "tablist" });
  private readonly list = h("nav", { class: "library" });
  private tab: (typeof TABS)[number] = "questions";
  private data!: Data;
  private name = "";

  constructor(private readonly on: { open(name: string): void; again(past: Past): void; keep(key: string): void }) {
    this.element.append(this.find, this.tabs, this.list);
    this.find.addEventListener("input", () => this.draw());
    this.find.addEventListener("keydown", (event) => event.key === "Enter" && (this.list.querySelector(".item") as HTMLElement | null)?.click());
    this.list.addEventListener("keydown", (event) => this.walk(event));
  }

  update(data: Data, name: string): void {
    this.data = data;
    this.name = name;
    this.find.placeholder = data.words["find_question"] ?? "";
    this.find.setAttribute("aria-label", this.find.placeholder);
    this.draw();
  }

  private draw(): void {
    const words = this.data.words;
    const kept = this.data.history.filter((one) => one.kept);
    fill(this.tabs, ...TABS.map((tab) => button(`${words[tab]}${tab === "favourites" && kept.length ? ` ${kept.length}` : ""}`, { class: "chip", role: "tab", "aria-pressed": String(this.tab === tab), "aria-selected": String(this.tab === tab) }, () => {
      this.tab = tab;
      this.draw();
    })));
    const wanted = this.find.value.trim().toLowerCase();
    const fits = (text: string): boolean => !wanted || text.toLowerCase().includes(wanted);
    if (this.tab === "questions") {
      fill(this.list, this.item("", words["free_query"] ?? ""), ...this.data.groups.flatMap((group) => {
        const hits = group.questions.filter((one) => fits(one.title + one.name));
        return hits.length ? [h("b", {}, group.title), ...hits.map((one) => this.item(one.name, one.title))] : [];
      }));
      return;
    }
    const questions = this.data.groups.flatMap((group) => group.questions);
    const past = (this.tab === "favourites" ? kept : this.data.history).filter((one) => fits(called(one, questions)));
    fill(this.list, ...(past.length ? past.map((one) => this.past(one, called(one, questions))) : [h("p", { class: "quiet" }, words[`no_${this.tab}`] ?? "")]));
  }

  private item(name: string, title: string): HTMLElement {
    const item = button(title, { class: "item", "aria-pressed": String(this.name === name), title }, () => this.on.open(name));
    if (this.name === name) requestAnimationFrame(() => item.scrollIntoView({ block: "nearest" }));
    return item;
  }

  private past(one: Past, title: string): HTMLElement {
    return h("div", { class: "past" }, button(title, { class: one.name ? "item" : "item cypher", title: one.text || title }, () => this.on.again(one)),
      button(one.kept ? "★" : "☆", { class: "star", "aria-label": this.data.words["keep"] ?? "", title: this.data.words["keep"] ?? "", "aria-pressed": String(one.kept) }, () => this.on.keep(one.key)));
  }

  private walk(event: KeyboardEvent): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const items = [...this.list.querySelectorAll<HTMLElement>(".item")];
    const at = items.indexOf((this.list.getRootNode() as ShadowRoot).activeElement as HTMLElement);
    items[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    event.preventDefault();
  }
}
