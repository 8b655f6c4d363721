// Sorting and filtering of a table's rows: plain functions, tested without a browser.

export interface Linked {
  text: string;
  href: string;
}

export type Cell = string | number | boolean | null | Linked;

export function shown(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.text;
  return typeof cell === "number" ? cell.toLocaleString("en-US", { maximumFractionDigits: 6 }) : String(cell);
}

const ORDER = new Intl.Collator("zh-CN", { numeric: true });

function compare(a: Cell, b: Cell): number {
  const [left, right] = [shown(a), shown(b)];
  // what is missing comes last, whichever way one sorts
  if (!left || !right) return left ? -1 : right ? 1 : 0;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return ORDER.compare(left, right);
}

export interface Sort {
  column: number;
  down: boolean;
}

export function arranged(rows: readonly Cell[][], words: string, sort: Sort | null): Cell[][] {
  const wanted = words.trim().toLowerCase();
  const left = wanted ? rows.filter((row) => row.some((cell) => shown(cell).toLowerCase().includes(wanted))) : [...rows];
  if (!sort) return left;
  const { column, down } = sort;
  return left.sort((a, b) => {
    const order = compare(a[column] ?? null, b[column] ?? null);
    const missing = !shown(a[column] ?? null) || !shown(b[column] ?? null);
    return down && !missing ? -order : order;
  });
}
