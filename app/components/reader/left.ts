// Sentences that became no fact, under the reason why: plain functions, tested without a browser.

export interface Left {
  start: number;
  end: number;
  reason: string;
  cue: string;
}

export interface Reason {
  reason: string;
  sentences: (Left & { text: string })[];
}

/** The sentences by reason, the most frequent reason first, each with its words (offsets count code points). */
export function byReason(text: string, left: readonly Left[]): Reason[] {
  const points = Array.from(text);
  const groups = new Map<string, Reason>();
  for (const one of left) {
    const words = points.slice(one.start, one.end).join("").trim();
    if (!words) continue;
    const group = groups.get(one.reason) ?? { reason: one.reason, sentences: [] };
    group.sentences.push({ ...one, text: words });
    groups.set(one.reason, group);
  }
  return [...groups.values()].sort((a, b) => b.sentences.length - a.sentences.length);
}
