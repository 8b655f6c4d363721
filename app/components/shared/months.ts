// Months as they are drawn: YYYY-MM, the days of one in weeks. Plain functions, tested without a browser.
import { later } from "./dates";

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
