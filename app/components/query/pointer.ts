/** “^” under a column (from 1): Chinese letters are two columns wide, so the gap before it is as wide as what stands there. */
export function pointer(line: string, column: number): string {
  return Array.from(line).slice(0, Math.max(0, column - 1)).map((letter) => (letter.charCodeAt(0) < 256 ? " " : "\u3000")).join("") + "^";
}

/** [start, end) in the line, in JavaScript's units, of the word or sign at a column (from 1, code points); at the line's end: what stands before it. */
export function span(line: string, column: number): [number, number] {
  const at = Array.from(line).slice(0, Math.max(0, column - 1)).join("").length;
  const word = /^(?:[\p{L}\p{N}_$]+|\s*\S)/u.exec(line.slice(at));
  if (word && word[0].trim()) return [at, at + word[0].length];
  const before = /\S\s*$/u.exec(line.slice(0, at));
  return before ? [before.index, before.index + 1] : [at, at];
}
