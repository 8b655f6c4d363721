// What falls due when, as numbers and as the weeks of a month: plain functions, tested without a browser.
import { later } from "../shared/dates";
import { step } from "../shared/months";

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
