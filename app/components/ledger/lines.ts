// A row as elements: a line of the list, or its bar on the axis of days.
import { h } from "../shared/dom";
import { lit } from "../shared/lit";
import type { Row } from "./rows";
import { place, type Unit } from "./timeline";

export interface Look {
  words: Record<string, string>;
  /** the day at which things count as overdue */
  today: string;
  /** are these everybody's obligations, so that their owners are named? */
  listed: boolean;
  pick(id: string): void;
}

const word = (look: Look, key: string): string => look.words[key] ?? key;

function roles(row: Row, look: Look): (HTMLElement | null)[] {
  const listed = look.listed;
  if (!row.owners.length) return [listed ? h("span", { class: "missing" }, word(look, "gap_body")) : h("span", { class: `role ${row.role}` }, word(look, row.role))];
  return row.owners.flatMap((one) => listed
    ? [h("span", { class: "owner" }, h("span", { class: `role ${one.role}` }, word(look, one.role)), one.name)]
    : [h("span", { class: `role ${one.role}` }, word(look, one.role)), row.side === "both" ? h("small", {}, one.name) : null]);
}

/** A line of the list. */
export function line(row: Row, look: Look): HTMLElement {
  const role = h("div", { role: "gridcell" }, ...roles(row, look),
    row.collective ? h("small", {}, row.collective) : null, row.inherited ? h("small", { title: word(look, `${row.inherited}_why`) }, word(look, row.inherited)) : null);
  const task = h("div", { role: "gridcell" });
  task.append(lit(row.text, row.spans.filter((span) => span.kind === "Project" || span.kind === "Programme")));
  if (row.waits.length) task.append(h("small", {}, `${word(look, "waits")}${row.waits.join("、")}`));
  const over = Boolean(row.due) && row.due < look.today;
  const later = row.later.flatMap((one) => [
    h("span", { class: one.due < look.today ? "due over" : "due" }, one.due, one.due < look.today ? h("small", {}, word(look, "over")) : null),
    one.text && one.text !== one.due ? h("small", {}, `“${one.text}”`) : null]);
  const due = h("div", { role: "gridcell" },
    row.due ? h("span", { class: over ? "due over" : "due" }, row.due, over ? h("small", {}, word(look, "over")) : null)
      : row.dueText ? h("span", { class: "none" }, row.dueText) : h("span", { class: "missing" }, word(look, "no_deadline_short")),
    row.due && row.dueText && row.dueText !== row.due ? h("small", {}, `“${row.dueText}”`) : null, ...later, row.firm ? null : h("small", {}, word(look, "not_firm")));
  const target = h("div", { role: "gridcell", "data-label": word(look, "target") }, row.targets.length ? h("span", { class: "c-Target" }, row.targets.join("、")) : h("span", { class: "none" }, word(look, "no_target")));
  const partners = look.listed ? null : h("div", { class: "partners", role: "gridcell", "data-label": word(look, "partners") }, row.partners.length ? row.partners.join("、") : h("span", { class: "none" }, word(look, "no_partner")));
  const element = h("div", { class: "row", role: "row", "data-id": row.id, tabindex: "-1" }, role, task, due, target, partners);
  element.addEventListener("click", () => look.pick(row.id));
  return element;
}

/** What is to be done and by when, its bar or dot on the axis. */
export function bar(row: Row, units: readonly Unit[], look: Look): HTMLElement {
  const at = place(row.due, units) * 100;
  const from = row.begin && row.begin < row.due ? place(row.begin, units, false) * 100 : at;
  const over = row.due < look.today;
  const mark = h("i", { class: from < at ? `bar-due ${row.role}` : `dot ${row.role}` });
  mark.style.left = `${from}%`;
  if (from < at) mark.style.width = `${at - from}%`;
  const day = h("small", { class: `${at > 75 ? "day before" : "day"}${over ? " over" : ""}` }, row.due);
  day.style.left = `${at > 75 ? from : at}%`;
  const element = h("div", { class: "when", role: "row", "data-id": row.id, tabindex: "-1" },
    h("div", { role: "gridcell" }, ...roles(row, look), h("span", { class: "task", title: row.text }, row.text)),
    h("div", { class: "track", role: "gridcell" }, mark, day));
  element.addEventListener("click", () => look.pick(row.id));
  return element;
}
