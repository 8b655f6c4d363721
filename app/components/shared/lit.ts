// Text with its facts lit: spans of different kinds may nest or touch; the innermost wins.
import { h } from "./dom";

export interface Span {
  start: number;
  end: number;
  kind: string;
  title?: string;
}

interface Piece {
  text: string;
  span: Span | null;
}

/** Cut a text at the edges of its spans. Offsets count code points, as everywhere in govgraph. */
export function pieces(text: string, spans: readonly Span[]): Piece[] {
  const points = Array.from(text);
  const edges = new Set([0, points.length]);
  for (const span of spans) {
    edges.add(Math.min(Math.max(span.start, 0), points.length));
    edges.add(Math.min(Math.max(span.end, 0), points.length));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const found: Piece[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i]!, cuts[i + 1]!];
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    over.sort((a, b) => a.end - a.start - (b.end - b.start));
    found.push({ text: points.slice(start, end).join(""), span: over[0] ?? null });
  }
  return found;
}

export function lit(text: string, spans: readonly Span[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const piece of pieces(text, spans)) {
    fragment.append(piece.span ? h("mark", { class: `k-${piece.span.kind}`, title: piece.span.title }, piece.text) : piece.text);
  }
  return fragment;
}
