// Layouts of Cytoscape that bring no types of their own.
declare module "cytoscape-dagre" {
  const extension: cytoscape.Ext;
  export default extension;
}
declare module "cytoscape-fcose" {
  const extension: cytoscape.Ext;
  export default extension;
}

// Neo4j's editor keeps its types where its own package.json hides them; this is what we use of them.
declare module "@neo4j-cypher/codemirror" {
  export interface EditorApi {
    codemirror: import("@codemirror/view").EditorView;
    destroy(): void;
    focus(): void;
    setPosition(position: number): void;
    setValue(value: string): void;
    onValueChanged(listener: (value: string) => void): () => void;
  }
  export interface EditorOptions {
    autofocus?: boolean;
    value?: string;
    schema?: { labels?: string[]; relationshipTypes?: string[]; propertyKeys?: string[] };
    theme?: "light" | "dark" | "auto";
    placeholder?: string;
    lineNumberFormatter?: (line: number) => string;
    lineWrapping?: boolean;
    lint?: boolean;
    search?: boolean;
    tooltipAbsolute?: boolean;
    postExtensions?: import("@codemirror/state").Extension[];
  }
  export function createCypherEditor(parent: Element, options?: EditorOptions): { editor: EditorApi };
}
