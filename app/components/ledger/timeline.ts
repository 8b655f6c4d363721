// The axis of the timeline: months, quarters or years of equal width over all the days it has to show. Tested without a browser.

export interface Unit {
  /** what stands over the unit, empty where the one before says it too (its year) */
  over: string;
  label: string;
  from: number;
  to: number;
}

const MOST_UNITS = 14; // more would not fit beside the tasks without scrolling
const STEPS = [1, 3, 12] as const;

const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const begin = (of: number): number => Date.UTC(Math.floor(of / 12), of % 12, 1);

/** Units from the first to the last of the days (ISO dates): months, where those are too many quarters, then years. */
export function axis(days: readonly string[], words: Record<string, string>): Unit[] {
  const months = days.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)).map(month);
  if (!months.length) return [];
  const [first, last] = [months.reduce((a, b) => Math.min(a, b)), months.reduce((a, b) => Math.max(a, b))];
  const step = STEPS.find((size) => (last - first) / size < MOST_UNITS) ?? 12;
  const found: Unit[] = [];
  for (let at = first - (first % step); at <= last; at += step) {
    const year = String(Math.floor(at / 12));
    const name = step === 1 ? (words["month_n"] ?? "{n}").replace("{n}", String((at % 12) + 1)) : (words["quarter_n"] ?? "Q{n}").replace("{n}", String(Math.floor((at % 12) / 3) + 1));
    found.push({ over: step === 12 || (found.length && at % 12) ? "" : year, label: step === 12 ? year : name, from: begin(at), to: begin(at + step) });
  }
  return found;
}

/** Where a day lies on the axis, from 0 to 1; its end where it is the last day of something. */
export function place(day: string, units: readonly Unit[], end = true): number {
  const time = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)) + (end ? 1 : 0));
  let index = units.findIndex((unit) => time <= unit.to);
  if (index < 0) index = units.length - 1;
  const unit = units[index];
  if (!unit) return 0;
  return Math.min(1, Math.max(0, (index + (time - unit.from) / (unit.to - unit.from)) / units.length));
}
