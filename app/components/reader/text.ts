// A document's text as paragraphs with their spans: plain functions, tested without a browser.
import type { Span } from "../shared/lit";

export interface Mark extends Span {
  /** id of the fact the span belongs to */
  of: string;
}

export interface Paragraph {
  start: number;
  text: string;
  spans: Mark[];
  /** ids of the obligations and results that begin here, for the bar at the edge */
  facts: string[];
}

export interface Block {
  id: string;
  start: number;
  end: number;
}

/** Lines of the text with the spans that touch them, offsets made the line's own. Linear in text and spans. */
export function paragraphs(text: string, marks: readonly Mark[], blocks: readonly Block[]): Paragraph[] {
  const found: Paragraph[] = [];
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  let at = 0;
  let from = 0;
  for (const line of text.split("\n")) {
    const length = Array.from(line).length;
    const end = at + length;
    while (from < sorted.length && sorted[from]!.end <= at) from++;
    const spans: Mark[] = [];
    for (let i = from; i < sorted.length && sorted[i]!.start < end; i++) {
      const mark = sorted[i]!;
      if (mark.end > at) spans.push({ ...mark, start: Math.max(0, mark.start - at), end: Math.min(length, mark.end - at) });
    }
    if (line.trim()) {
      const facts = blocks.filter((block) => block.start < end && block.end > at).map((block) => block.id);
      found.push({ start: at, text: line, spans, facts });
    }
    at = end + 1;
  }
  return found;
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
