// The Cypher editor: a plain field at once, CodeMirror 6 (highlighting, completion from the live schema) when it has come.
import type { EditorApi } from "@neo4j-cypher/codemirror";
import { h } from "../shared/dom";
import { painted } from "../shared/later";
import type { Mistake } from "./model";
import { pointer } from "./pointer";

export interface Schema {
  labels: string[];
  relationshipTypes: string[];
  propertyKeys: string[];
}

export class Editor {
  readonly element = h("div", { class: "editor" });
  private readonly host = h("div", { class: "host" });
  /** what one types in until the editor has come */
  private readonly plain = h("textarea", { class: "plain", spellcheck: "false", autocomplete: "off", rows: "4" }) as HTMLTextAreaElement;
  /** where nothing can be said inside: the editor has not come, or the mistake has no line */
  private readonly below = h("pre", { class: "mistake", role: "alert", hidden: true });
  private api: EditorApi | null = null;
  private mark: typeof import("./mistake").mark | null = null;
  private mistake: Mistake | null = null;
  private coming = false;
  private gone = false;
  private composing = false;
  private value = "";

  constructor(private readonly run: () => void, private readonly changed: (text: string) => void) {
    this.host.append(this.plain);
    this.element.append(this.host, this.below);
    this.plain.addEventListener("input", () => this.typed(this.plain.value));
    this.plain.addEventListener("compositionstart", () => (this.composing = true));
    this.plain.addEventListener("compositionend", () => (this.composing = false));
    // before the editor's own keys, which would put in a line
    this.host.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        event.stopPropagation();
        this.run();
      }
    }, { capture: true });
  }

  get text(): string {
    return this.value;
  }

  /** Show a text (none: the one that is there). The editor needs to stand in the page to find its root. */
  show(text: string, schema: Schema, dark: boolean, placeholder: string): void {
    if (text && text !== this.value) {
      this.value = text;
      this.plain.value = text;
      this.api?.setValue(text);
    }
    this.plain.placeholder = placeholder;
    this.plain.setAttribute("aria-label", placeholder);
    if (this.api || this.coming) return;
    this.plain.focus({ preventScroll: true });
    void this.come(schema, dark, placeholder);
  }

  /** The editor takes the place of the plain field, with its words, its focus and the place one types at. */
  private async come(schema: Schema, dark: boolean, placeholder: string): Promise<void> {
    this.coming = true;
    const { codeMirror, mark } = await editorCode().finally(() => (this.coming = false));
    // a word half written by an input method stays whole
    while (this.composing) await new Promise((done) => this.plain.addEventListener("compositionend", done, { once: true }));
    if (this.api) return;
    if (this.gone || !this.host.isConnected) return; // the next show brings it
    const focused = (this.host.getRootNode() as ShadowRoot).activeElement === this.plain;
    const at = this.plain.selectionStart;
    this.api = codeMirror(this.host, this.value, schema, dark, placeholder);
    if (focused) {
      this.api.focus();
      this.api.setPosition(at);
    }
    this.api.onValueChanged((value) => this.typed(value));
    this.mark = mark;
    this.say(this.mistake);
  }

  private typed(value: string): void {
    if (value === this.value) return;
    this.value = value;
    this.say(null);
    this.changed(value);
  }

  /** Say what is wrong, under the line that has it. */
  say(mistake: Mistake | null): void {
    this.mistake = mistake;
    const inside = this.api && this.mark && mistake && mistake.line > 0;
    if (this.api && this.mark) this.mark(this.api.codemirror, inside ? mistake : null);
    this.below.hidden = !mistake || Boolean(inside);
    if (!mistake || inside) return void this.below.replaceChildren();
    const line = mistake.line > 0 ? (this.value.split("\n")[mistake.line - 1] ?? "") : "";
    this.below.textContent = line ? `${line}\n${pointer(line, mistake.column)}\n${mistake.text}` : mistake.text;
  }

  destroy(): void {
    this.gone = true;
    this.api?.destroy();
    this.api = null;
  }
}

/** The editor's own code, fetched once and after the page is painted: reading it takes the browser a while. */
async function editorCode(): Promise<typeof import("./codemirror")> {
  await painted();
  return import("./codemirror");
}
