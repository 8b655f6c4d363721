// What Python hands the page, named once for its parts.
import type { KindStyle, Words } from "../shared/component";
import type { Evidence } from "../shared/evidence";
import type { SavedFile } from "../shared/file";
import type { GraphEdge, GraphNode } from "../explorer/canvas";
import type { RelationStyle } from "../explorer/style";
import type { Schema } from "./editor";

export interface Field {
  name: string;
  label: string;
  help: string;
  type: string;
  required: boolean;
  value: string;
  choices: { value: string; label: string }[];
}

export interface Question {
  name: string;
  title: string;
  text: string;
  fields: Field[];
}

export interface Group {
  title: string;
  questions: Question[];
}

export interface Past {
  key: string;
  text: string;
  kept: boolean;
  name: string;
  values: Record<string, string>;
}

/** What is wrong with a statement; line and column from 1, line 0 where none is known. */
export interface Mistake {
  line: number;
  column: number;
  text: string;
}

export type Plain = string | number | boolean | null;

export interface Answer {
  id: string;
  columns: string[];
  rows: Plain[][];
  /** Columns that hold ids only. */
  hidden: number[];
  /** Column → the hidden one that says which thing it names. */
  links: Record<string, number>;
  /** Id of the thing a row is about, "" where it is about none. */
  keys: string[];
  note: string;
}

export type View = "table" | "graph" | "json";

export interface Data {
  held?: Record<string, string>;
  words: Words;
  kinds: Record<string, KindStyle>;
  relations: Record<string, RelationStyle>;
  schema: Schema;
  groups: Group[];
  names: Record<string, string[]>;
  name: string;
  text: string;
  values: Record<string, string>;
  /** The day that counts where none is asked for (app/as_of.py), and why where it is not today. */
  today: string;
  today_why: string;
  running: boolean;
  answer: Answer | null;
  /** Made only when it is looked at. */
  json: string;
  sketch: { nodes: GraphNode[]; edges: GraphEdge[]; cut: boolean } | null;
  mistake: Mistake | null;
  /** `stopped`: it ran, and was ended. */
  refused: { text: string; why: string[]; instead: string; stopped?: boolean } | null;
  evidence: Evidence | null;
  view: View;
  picked: string;
  sort: string;
  find: string;
  history: Past[];
  file: SavedFile | null;
}
