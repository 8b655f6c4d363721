// A document's text as paragraphs with their spans: plain functions, tested without a browser.
import type { Span } from "../shared/lit";
import type { Left } from "./left";

export interface Paragraph {
  start: number;
  text: string;
  spans: Span[];
  /** ids of the obligations that it holds or is part of, for the bar at the edge */
  facts: string[];
}

export interface Block {
  id: string;
  start: number;
  end: number;
}

export interface Heading {
  label: string;
  level: number;
  start: number;
  count: number;
}

/** What Python sends of a document (app/screens/documents.py), short as a long one has tens of thousands of spans. */
export interface Sent {
  text: string;
  /** by kind: start, end, start, end… */
  marks: Record<string, number[]>;
  blocks: [string, number, number][];
  outline: [string, number, number, number][];
  left: [number, number, string, string][];
}

/** The same with names. */
export interface Parts {
  marks: Span[];
  blocks: Block[];
  outline: Heading[];
  left: Left[];
}

export function parts(sent: Sent): Parts {
  const marks: Span[] = [];
  for (const [kind, at] of Object.entries(sent.marks)) for (let i = 0; i + 1 < at.length; i += 2) marks.push({ start: at[i]!, end: at[i + 1]!, kind });
  return {
    marks,
    blocks: sent.blocks.map(([id, start, end]) => ({ id, start, end })),
    outline: sent.outline.map(([label, level, start, count]) => ({ label, level, start, count })),
    left: sent.left.map(([start, end, reason, cue]) => ({ start, end, reason, cue })),
  };
}

/** Those of a list in order of their starts that touch a stretch, as one goes through the text; linear in all. */
function touching<One extends { start: number; end: number }>(all: readonly One[]): (start: number, end: number) => One[] {
  const sorted = [...all].sort((a, b) => a.start - b.start);
  let from = 0;
  let open: One[] = [];
  return (start, end) => {
    while (from < sorted.length && sorted[from]!.start < end) open.push(sorted[from++]!);
    open = open.filter((one) => one.end > start);
    return open;
  };
}

/** Lines of the text with the spans that touch them, offsets made the line's own. */
export function paragraphs(text: string, marks: readonly Span[], blocks: readonly Block[]): Paragraph[] {
  const found: Paragraph[] = [];
  const marked = touching(marks);
  const held = touching(blocks);
  let at = 0;
  for (const line of text.split("\n")) {
    const length = points(line);
    const end = at + length;
    if (line.trim()) {
      const spans = marked(at, end).map((mark) => ({ ...mark, start: Math.max(0, mark.start - at), end: Math.min(length, mark.end - at) }));
      found.push({ start: at, text: line, spans, facts: held(at, end).map((block) => block.id) });
    }
    at = end + 1;
  }
  return found;
}

/** How many code points: as many as letters, but for the rare ones of two units. */
function points(line: string): number {
  return /[\ud800-\udbff]/.test(line) ? Array.from(line).length : line.length;
}

/** The paragraph that holds an offset. */
export function holding(list: readonly Paragraph[], offset: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (list[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
