// 查询: the library of questions with forms, a free editor, the answer below with its evidence; history on this machine.
import base from "../shared/base.css";
import { mounted } from "../shared/held";
import { colourKinds, isDark, type Component } from "../shared/component";
import { button, fill, h } from "../shared/dom";
import { saveOnce } from "../shared/file";
import { Editor } from "./editor";
import { complete, filled, form } from "./form";
import { Library } from "./library";
import type { Data, Past, Question } from "./model";
import css from "./query.css";
import { Result } from "./result";

const FREE = "";

class Asker {
  private readonly root = h("div", { class: "gov query" });
  private readonly top = h("div", { class: "top" });
  private readonly editor: Editor;
  private readonly library: Library;
  private readonly result: Result;
  private component!: Component<Data>;
  private data!: Data;
  private name = FREE;

  constructor(parent: HTMLElement | ShadowRoot) {
    this.editor = new Editor(() => this.ask(), () => undefined);
    this.library = new Library({
      open: (name) => this.open(name),
      again: (past) => this.again(past),
      keep: (key) => this.component.setTriggerValue("keep", key),
    });
    const tell = (name: "view" | "picked" | "sort" | "find", value: string): void => {
      Object.assign(this.data, { [name]: value });
      this.component.setStateValue(name, value);
      if (name !== "find") this.result.update(this.data);
    };
    this.result = new Result({
      view: (view) => tell("view", view),
      pick: (id) => tell("picked", id),
      sort: (sort) => tell("sort", sort),
      find: (words) => tell("find", words),
      save: (kind, rows) => this.component.setTriggerValue("export", { form: kind, rows }),
      stop: () => this.component.setTriggerValue("stop", true),
    });
    this.root.append(h("style", {}, base + css), h("div", { class: "columns" }, this.library.element, h("div", { class: "right" }, this.top, this.result.element)));
    parent.append(this.root);
  }

  update(component: Component<Data>): void {
    const first = !this.data;
    this.component = component;
    this.data = { ...component.data };
    if (first) this.name = this.data.name;
    colourKinds(this.root, this.data.kinds);
    this.library.update(this.data, this.name);
    // a link may bring its answer along
    this.drawTop(first, this.data.text, !(this.data.answer || this.data.running || this.data.refused));
    this.result.update(this.data);
    saveOnce(this.data.file, this.root);
  }

  destroy(): void {
    this.editor.destroy();
    this.result.destroy();
  }

  private word(key: string): string {
    return this.data.words[key] ?? key;
  }

  private question(): Question | undefined {
    return this.data.groups.flatMap((group) => group.questions).find((one) => one.name === this.name);
  }

  private open(name: string, values: Record<string, string> = {}, text = this.data.text): void {
    this.name = name;
    this.data.values = values;
    this.clear();
    this.library.update(this.data, name);
    this.component.setStateValue("name", name);
    this.drawTop(true, text);
  }

  /** What was sorted, filtered or chosen belongs to the answer before. */
  private clear(): void {
    for (const name of ["picked", "sort", "find"] as const) {
      if (this.data[name]) this.component.setStateValue(name, "");
      this.data[name] = "";
    }
  }

  private again(past: Past): void {
    this.open(past.name, past.values, past.text || this.data.text);
    if (!past.name) this.run(past.text);
  }

  private drawTop(anew: boolean, text = this.data.text, ask = true): void {
    const question = this.question();
    const act = this.data.running
      ? button(this.word("stop"), { class: "stop" }, () => this.component.setTriggerValue("stop", true))
      : button(this.word("run"), { class: "primary", title: "Ctrl+Enter" }, () => this.ask());
    if (!anew && (question || this.top.contains(this.editor.element))) this.top.querySelector(".acts")?.firstElementChild?.replaceWith(act);
    if (question) {
      if (!anew) return;
      fill(this.top, h("h2", {}, question.title), form(question, this.data, () => this.ask()),
        h("div", { class: "bar acts" }, act, button(this.word("open_in_editor"), {}, () => this.open(FREE, {}, question.text))));
      if (ask && complete(question, this.data.values, this.data.today)) this.ask();
      return;
    }
    if (anew || !this.top.contains(this.editor.element)) fill(this.top, this.editor.element, h("div", { class: "bar acts" }, act, h("span", { class: "hint" }, this.word("editor_hint"))));
    this.editor.show(anew ? text : "", this.data.schema, isDark(this.root), this.word("editor_placeholder"));
    this.editor.say(this.data.mistake);
  }

  private ask(): void {
    const question = this.question();
    if (!question) return this.run(this.editor.text);
    const values = filled(this.top, this.word("day_wrong"));
    if (values) this.component.setTriggerValue("run", { name: question.name, text: "", values });
  }

  private run(text: string): void {
    this.component.setTriggerValue("run", { name: FREE, text, values: {} });
  }
}

export default mounted<Data>((component) => new Asker(component.parentElement));
