// CodeMirror 6 with Neo4j's own language support: large, so it comes after the page (editor.ts asks for it).
import { createCypherEditor, type EditorApi } from "@neo4j-cypher/codemirror";
import styles from "@neo4j-cypher/codemirror/css/cypher-codemirror.css";
import { h } from "../shared/dom";
import type { Schema } from "./editor";
import { mistakes } from "./mistake";

export { mark } from "./mistake";

/** An editor in that place, which must stand in the page: it looks for its root. */
export function codeMirror(host: HTMLElement, value: string, schema: Schema, dark: boolean, placeholder: string): EditorApi {
  host.replaceChildren(h("style", {}, styles));
  return createCypherEditor(host, { autofocus: false, value, schema: quoted(schema), theme: dark ? "dark" : "light", placeholder, lineNumberFormatter: String, lineWrapping: true, lint: false, search: false, tooltipAbsolute: false, postExtensions: [mistakes] }).editor;
}

/** The support wants labels and types with their colon. */
function quoted(schema: Schema): Schema {
  return { labels: schema.labels.map((one) => `:${one}`), relationshipTypes: schema.relationshipTypes.map((one) => `:${one}`), propertyKeys: schema.propertyKeys };
}
