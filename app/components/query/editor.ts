// The Cypher editor: CodeMirror 6 with Neo4j's own language support, completion from the live schema.
import { createCypherEditor, type EditorApi } from "@neo4j-cypher/codemirror";
import styles from "@neo4j-cypher/codemirror/css/cypher-codemirror.css";
import { h } from "../shared/dom";
import { pointer } from "./pointer";

export interface Schema {
  labels: string[];
  relationshipTypes: string[];
  propertyKeys: string[];
}

export interface Mistake {
  line: number;
  column: number;
  text: string;
}

export class Editor {
  readonly element = h("div", { class: "editor" });
  private readonly host = h("div", { class: "host" });
  private readonly mistake = h("pre", { class: "mistake", role: "alert", hidden: true });
  private api: EditorApi | null = null;
  private value = "";

  constructor(private readonly run: () => void, private readonly changed: (text: string) => void) {
    this.element.append(h("style", {}, styles), this.host, this.mistake);
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

  /** Made when it is first shown: the editor needs to stand in the page to find its root. */
  show(text: string, schema: Schema, dark: boolean, placeholder: string): void {
    if (!this.api) {
      this.value = text;
      this.api = createCypherEditor(this.host, { value: text, schema: quoted(schema), theme: dark ? "dark" : "light", placeholder, lineWrapping: true, lint: false, search: false, tooltipAbsolute: false }).editor;
      this.api.onValueChanged((value) => {
        this.value = value;
        this.mistake.hidden = true;
        this.changed(value);
      });
    } else if (text !== this.value && text) {
      this.value = text;
      this.api.setValue(text);
    }
  }

  /** Say what is wrong, under the line that has it. */
  say(mistake: Mistake | null): void {
    this.mistake.hidden = !mistake;
    if (!mistake) return;
    const line = mistake.line > 0 ? (this.value.split("\n")[mistake.line - 1] ?? "") : "";
    this.mistake.textContent = line ? `${line}\n${pointer(line, mistake.column)}\n${mistake.text}` : mistake.text;
  }

  destroy(): void {
    this.api?.destroy();
    this.api = null;
  }
}

/** The support wants labels and types with their colon. */
function quoted(schema: Schema): Schema {
  return { labels: schema.labels.map((one) => `:${one}`), relationshipTypes: schema.relationshipTypes.map((one) => `:${one}`), propertyKeys: schema.propertyKeys };
}
