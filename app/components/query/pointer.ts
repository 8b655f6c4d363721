/** “^” under a column (from 1): Chinese letters are two columns wide, so the gap before it is as wide as what stands there. */
export function pointer(line: string, column: number): string {
  return Array.from(line).slice(0, Math.max(0, column - 1)).map((letter) => (letter.charCodeAt(0) < 256 ? " " : "\u3000")).join("") + "^";
}
