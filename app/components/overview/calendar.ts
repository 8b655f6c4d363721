// What falls due when, as numbers and as the weeks of a month: plain functions, tested without a browser.
import { later } from "../shared/day";

export const SOON = 30; // days ahead that count as soon

/** Obligations by their days (ISO, rising) as seen from a day; one with two days may be past and ahead. */
export function split(dues: readonly (readonly string[])[], day: string): { over: number; soon: number; later: number } {
  const edge = later(day, SOON);
  const count = (fits: (one: string) => boolean): number => dues.filter((days) => days.some(fits)).length;
  return { over: count((one) => one < day), soon: count((one) => one >= day && one <= edge), later: count((one) => one > edge) };
}

/** How many obligations fall due in each month, from the first to the last with none left out; months are YYYY-MM. */
export function byMonth(dues: readonly (readonly string[])[]): { month: string; count: number }[] {
  const found = new Map<string, number>();
  for (const days of dues) for (const month of new Set(days.map((day) => day.slice(0, 7)))) found.set(month, (found.get(month) ?? 0) + 1);
  const sorted = [...found.keys()].sort();
  const made: { month: string; count: number }[] = [];
  for (let at = sorted[0]; at && at <= sorted[sorted.length - 1]!; at = step(at, 1)) made.push({ month: at, count: found.get(at) ?? 0 });
  return made;
}

export function byDay(dues: readonly (readonly string[])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const days of dues) for (const day of days) found.set(day, (found.get(day) ?? 0) + 1);
  return found;
}

/** The month so many months later. */
export function step(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** The last day of a month. */
export function lastDay(month: string): string {
  return later(`${step(month, 1)}-01`, -1);
}

/** The days of a month in weeks that begin on Monday; places outside it are empty. */
export function weeks(month: string): string[][] {
  const first = new Date(`${month}-01T00:00:00Z`).getUTCDay();
  const cells: string[] = new Array<string>((first + 6) % 7).fill("");
  for (let day = `${month}-01`; day <= lastDay(month); day = later(day, 1)) cells.push(day);
  while (cells.length % 7) cells.push("");
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
