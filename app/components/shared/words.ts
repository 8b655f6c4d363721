// A caption with its values: {n} is the value, {n|item|items} the word that goes with one or with another number (app/texts.py).

export function said(text: string, values: Record<string, string | number>): string {
  return text
    .replace(/\{(\w+)\|([^|}]*)\|([^|}]*)\}/g, (whole, name: string, one: string, more: string) => (name in values ? (String(values[name]) === "1" ? one : more) : whole))
    .replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}
