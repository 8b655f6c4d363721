// 查询: the library of questions with forms, a free editor, results as table, graph and JSON; history on this machine.
import base from "../shared/base.css";
import { colourKinds, isDark, type Component, type KindStyle, type Words } from "../shared/component";
import { button, fill, h } from "../shared/dom";
import { Canvas, type GraphEdge, type GraphNode } from "../explorer/canvas";
import type { RelationStyle } from "../explorer/style";
import { Editor, type Mistake, type Schema } from "./editor";
import css from "./query.css";

interface Field {
  name: string;
  label: string;
  help: string;
  type: string;
  required: boolean;
  value: string;
  choices: string[];
}

interface Question {
  name: string;
  title: string;
  text: string;
  fields: Field[];
}

interface Group {
  title: string;
  questions: Question[];
}

interface Answer {
  columns: string[];
  rows: (string | number | boolean | null)[][];
  json: string;
  nodes: GraphNode[];
  edges: GraphEdge[];
  note: string;
}

interface Data {
  words: Words;
  kinds: Record<string, KindStyle>;
  relations: Record<string, RelationStyle>;
  schema: Schema;
  groups: Group[];
  name: string;
  text: string;
  values: Record<string, string>;
  running: boolean;
  answer: Answer | null;
  mistake: Mistake | null;
  refused: string;
  history: { text: string; kept: boolean }[];
}

const FREE = "";

class Asker {
  private readonly root = h("div", { class: "gov query" });
  private readonly library = h("nav", { class: "library" });
  private readonly find = h("input", { type: "search", class: "filter" }) as HTMLInputElement;
  private readonly top = h("div", { class: "top" });
  private readonly bottom = h("div", { class: "bottom" });
  private readonly editor: Editor;
  private component!: Component<Data>;
  private data!: Data;
  private name = FREE;
  private view: "table" | "graph" | "json" = "table";
  private canvas: Canvas | null = null;
  private answer = "";

  constructor(parent: HTMLElement | ShadowRoot) {
    this.editor = new Editor(() => this.ask(), () => undefined);
    this.root.append(h("style", {}, base + css), h("div", { class: "columns" }, h("div", { class: "left" }, this.find, this.library), h("div", { class: "right" }, this.top, this.bottom)));
    parent.append(this.root);
    this.find.addEventListener("input", () => this.drawLibrary());
  }

  update(component: Component<Data>): void {
    const first = !this.data;
    this.component = component;
    this.data = component.data;
    if (first) this.name = this.data.name;
    colourKinds(this.root, this.data.kinds);
    this.find.placeholder = this.word("find_question");
    this.find.setAttribute("aria-label", this.word("find_question"));
    this.drawLibrary();
    this.drawTop(first);
    const key = JSON.stringify([this.data.answer?.json, this.data.running, this.data.refused, this.data.mistake]);
    if (key !== this.answer) {
      this.answer = key;
      if (this.data.answer && !this.data.answer.nodes.length && this.view === "graph") this.view = "table";
      this.drawBottom();
    }
  }

  private word(key: string): string {
    return this.data.words[key] ?? key;
  }

  private question(): Question | undefined {
    return this.data.groups.flatMap((group) => group.questions).find((one) => one.name === this.name);
  }

  private drawLibrary(): void {
    const wanted = this.find.value.trim().toLowerCase();
    const item = (name: string, title: string): HTMLElement =>
      button(title, { class: "item", "aria-pressed": String(this.name === name) }, () => {
        this.name = name;
        this.drawLibrary();
        this.drawTop(true);
        this.component.setStateValue("name", name);
      });
    fill(this.library, item(FREE, this.word("free_query")), ...this.data.groups.flatMap((group) => {
      const hits = group.questions.filter((one) => !wanted || one.title.toLowerCase().includes(wanted) || one.name.includes(wanted));
      return hits.length ? [h("b", {}, group.title), ...hits.map((one) => item(one.name, one.title))] : [];
    }), ...(this.data.history.length ? [h("b", {}, this.word("history")), ...this.data.history.map((one) => this.past(one))] : []));
  }

  private past(one: { text: string; kept: boolean }): HTMLElement {
    const first = one.text.trim().split("\n")[0] ?? "";
    return h("div", { class: "past" },
      button(first, { class: "item", title: one.text }, () => {
        this.name = FREE;
        this.component.setStateValue("name", FREE);
        this.drawLibrary();
        this.drawTop(true, one.text);
      }),
      button(one.kept ? "★" : "☆", { class: "star", "aria-label": this.word("keep"), "aria-pressed": String(one.kept) }, () => this.component.setTriggerValue("keep", one.text)));
  }

  private drawTop(anew: boolean, text = this.data.text): void {
    const question = this.question();
    const act = this.data.running
      ? button(this.word("stop"), { class: "stop" }, () => this.component.setTriggerValue("stop", true))
      : button(this.word("run"), { class: "primary", title: "Ctrl+Enter" }, () => this.ask());
    if (question) {
      if (anew) {
        fill(this.top, h("h2", {}, question.title), h("form", { class: "form" }, ...question.fields.map((one) => this.field(one))),
          h("div", { class: "bar acts" }, act, button(this.word("open_in_editor"), {}, () => this.toEditor(question))));
        this.top.querySelector("form")!.addEventListener("submit", (event) => {
          event.preventDefault();
          this.ask();
        });
        if (!question.fields.some((one) => one.required && !this.given(one))) this.ask();
      } else this.top.querySelector(".acts")?.firstElementChild?.replaceWith(act);
      return;
    }
    if (anew || !this.top.contains(this.editor.element)) {
      fill(this.top, this.editor.element, h("div", { class: "bar acts" }, act, h("span", { class: "hint" }, this.word("editor_hint"))));
    } else this.top.querySelector(".acts")?.firstElementChild?.replaceWith(act);
    this.editor.show(anew ? text : "", this.data.schema, isDark(this.root), this.word("editor_placeholder"));
    this.editor.say(this.data.mistake);
  }

  private given(field: Field): string {
    return this.data.values[field.name] ?? field.value;
  }

  private field(field: Field): HTMLElement {
    const kind = field.type === "date" ? "date" : field.type === "int" ? "number" : "text";
    const input = field.choices.length
      ? h("select", { name: field.name }, h("option", { value: "" }, "—"), ...field.choices.map((one) => h("option", { value: one, selected: this.given(field) === one }, one)))
      : h("input", { name: field.name, type: kind, value: this.given(field), placeholder: field.help, required: field.required, autocomplete: "off" });
    return h("label", {}, h("span", {}, field.label, field.required ? h("em", {}, " *") : null), input);
  }

  private toEditor(question: Question): void {
    this.name = FREE;
    this.component.setStateValue("name", FREE);
    this.drawLibrary();
    this.drawTop(true, question.text);
  }

  private ask(): void {
    const question = this.question();
    if (!question) {
      this.component.setTriggerValue("run", { name: "", text: this.editor.text, values: {} });
      return;
    }
    const values: Record<string, string> = {};
    for (const input of this.top.querySelectorAll<HTMLInputElement>("input, select")) values[input.name] = input.value;
    const missing = [...this.top.querySelectorAll<HTMLInputElement>("input")].find((input) => input.required && !input.value);
    if (missing) missing.focus();
    else this.component.setTriggerValue("run", { name: question.name, text: "", values });
  }

  private drawBottom(): void {
    const answer = this.data.answer;
    this.canvas?.destroy();
    this.canvas = null;
    if (this.data.running) {
      fill(this.bottom, h("p", { class: "quiet", role: "status" }, this.word("running")));
      return;
    }
    if (this.data.refused) {
      fill(this.bottom, h("div", { class: "refused", role: "alert" }, ...this.data.refused.split("\n").map((line) => h("p", {}, line))));
      return;
    }
    if (!answer) {
      fill(this.bottom, h("p", { class: "quiet" }, this.word("no_answer")));
      return;
    }
    const tab = (view: typeof this.view, count: number): HTMLElement | null =>
      count ? button(this.word(`view_${view}`), { class: "chip", "aria-pressed": String(this.view === view) }, () => {
        this.view = view;
        this.drawBottom();
      }) : null;
    const stage = h("div", { class: `stage ${this.view}` });
    fill(this.bottom, h("div", { class: "bar" }, tab("table", 1), tab("graph", answer.nodes.length), tab("json", 1), h("span", { class: "note" }, answer.note),
      h("span", { class: "grow" }), button(this.word("export_csv"), {}, () => this.save())), stage);
    if (this.view === "json") stage.append(h("pre", {}, answer.json));
    else if (this.view === "graph") {
      this.canvas = new Canvas(stage, { pick: () => undefined, toggle: () => undefined, more: () => undefined });
      this.canvas.show({ nodes: answer.nodes, edges: answer.edges, kinds: this.data.kinds, relations: this.data.relations }, "force");
    } else stage.append(this.table(answer));
  }

  private table(answer: Answer): HTMLElement {
    if (!answer.rows.length) return h("p", { class: "quiet" }, this.word("no_rows"));
    const list = h("tbody", {});
    const table = h("table", {}, h("thead", {}, h("tr", {}, ...answer.columns.map((name) => h("th", { scope: "col" }, name)))), list);
    const next = (from: number): void => {
      for (const row of answer.rows.slice(from, from + 200)) list.append(h("tr", {}, ...row.map((cell) => h("td", { class: typeof cell === "number" ? "number" : undefined }, cell === null ? "" : String(cell)))));
      if (from + 200 >= answer.rows.length) return;
      const seen = new IntersectionObserver((entries) => {
        if (!entries.some((one) => one.isIntersecting)) return;
        seen.disconnect();
        next(from + 200);
      });
      seen.observe(list.lastElementChild!);
    };
    next(0);
    return table;
  }

  /** CSV of what is shown, with a BOM so that Excel opens it right; a cell that looks like a formula gets a quote before it. */
  private save(): void {
    const answer = this.data.answer;
    if (!answer) return;
    const cell = (value: unknown): string => {
      const text = value === null || value === undefined ? "" : String(value);
      return `"${(/^[=+\-@\t\r]/.test(text) && typeof value !== "number" ? `'${text}` : text).replaceAll('"', '""')}"`;
    };
    const lines = [answer.columns, ...answer.rows].map((row) => row.map(cell).join(","));
    const link = h("a", { href: URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n")], { type: "text/csv" })), download: `${this.name || "query"}.csv` }) as HTMLAnchorElement;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

const drawn = new WeakMap<HTMLElement | ShadowRoot, Asker>();

export default function (component: Component<Data>): () => void {
  let asker = drawn.get(component.parentElement);
  if (!asker) {
    asker = new Asker(component.parentElement);
    drawn.set(component.parentElement, asker);
  }
  asker.update(component);
  return () => drawn.delete(component.parentElement);
}
