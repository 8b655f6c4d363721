// Days as text: YYYY-MM-DD, and as offices type them.
/** A day as people type it (2024-6-3, 2024.6.3, 2024/6/3, 2024年6月3日, 20240603) as ISO date; empty where it is none. */
export function parseDay(text: string): string {
  const match = /^\s*(\d{4})\s*(?:[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?|(\d{2})(\d{2}))\s*$/.exec(text.normalize("NFKC"));
  if (!match) return "";
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : "";
}

/** The day so many days later. */
export function later(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/** Today, by the clock of the machine. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}
