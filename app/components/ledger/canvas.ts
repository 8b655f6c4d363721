// Draws the small graph: cards and names as HTML, so that they wrap and can be chosen by keyboard, lines between them as SVG.
import type { Words } from "../shared/component";
import { button, h } from "../shared/dom";
import { picture, TASK, THING, type Picture } from "./graph";
import type { Row } from "./rows";

const SVG = "http://www.w3.org/2000/svg";
export const FIRST = 24; // tasks drawn before one asks for more
const BODY = 104; // the body's circle
const COLUMNS = { task: 0.26, thing: 0.72 }; // where the columns begin, as parts of the width

export interface Acts {
  pick(id: string): void;
  more(): void;
}

function line(from: [number, number], to: [number, number], role: string, inherited: boolean, tasks: string): SVGElement {
  const path = document.createElementNS(SVG, "path");
  const middle = (from[0] + to[0]) / 2;
  path.setAttribute("d", `M${from[0]} ${from[1]} C${middle} ${from[1]} ${middle} ${to[1]} ${to[0]} ${to[1]}`);
  path.setAttribute("class", `edge ${role || "about"}${inherited ? " inherited" : ""}`);
  path.dataset["of"] = tasks;
  return path;
}

function card(row: Row, words: Words, today: string): HTMLElement {
  const over = Boolean(row.due && today && row.due < today);
  const due = row.due ? h("small", { class: over ? "due over" : "due" }, row.due)
    : h("small", { class: row.dueText ? "none" : "missing" }, row.dueText || (words["no_deadline_short"] ?? ""));
  return h("div", { class: "node task-node", role: "row", "data-id": row.id, tabindex: "-1", title: row.text },
    h("div", { role: "gridcell" }, h("span", { class: `role ${row.role}` }, words[row.role] ?? row.role), h("span", { class: "task" }, row.text), due));
}

/** The picture as one element; `width` is what the list has room for. */
export function draw(rows: readonly Row[], body: string, most: number, width: number, words: Words, today: string, acts: Acts): HTMLElement {
  const found: Picture = picture(rows, most);
  const [taskX, thingX] = [Math.max(BODY + 46, width * COLUMNS.task), width * COLUMNS.thing];
  const taskWidth = thingX - taskX - 60;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(found.height));
  svg.setAttribute("aria-hidden", "true");
  const stage = h("div", { class: "stage" });
  stage.style.height = `${found.height + 16}px`;
  const at = new Map<string, [number, number]>([["", [16 + BODY, found.body]]]);
  const place = (element: HTMLElement, x: number, y: number, of: string): HTMLElement => {
    element.style.left = `${x}px`;
    element.style.top = `${y}px`;
    element.dataset["of"] = of;
    return element;
  };
  const all = found.tasks.map((task) => task.id).join(" ");
  const circle = place(h("div", { class: "node body-node" }, body), 16, found.body - BODY / 2, all);
  const cards = found.tasks.map((task) => {
    const element = place(card(task.row, words, today), taskX, task.y + 4, task.id);
    element.style.width = `${taskWidth}px`;
    element.addEventListener("click", () => acts.pick(task.id));
    at.set(task.id, [taskX, task.y + TASK / 2]);
    return element;
  });
  let lit = "";
  const things = found.things.map((thing) => {
    const element = place(button(thing.name, { class: `node thing-node k-${thing.kind}`, title: thing.name, "aria-pressed": "false" }, () => {
      lit = lit === thing.key ? "" : thing.key;
      for (const one of stage.querySelectorAll<HTMLElement>("[data-of]")) {
        const theirs = (one.dataset["of"] ?? "").split(" ");
        one.classList.toggle("dim", Boolean(lit) && !theirs.some((id) => thing.of.includes(id)));
      }
      for (const one of stage.querySelectorAll(".thing-node")) one.setAttribute("aria-pressed", String(one === element && Boolean(lit)));
    }), thingX, thing.y + 3, thing.of.join(" "));
    element.style.maxWidth = `${width - thingX - 12}px`;
    at.set(thing.key, [thingX, thing.y + THING / 2]);
    return element;
  });
  for (const one of found.lines) {
    const [from, to] = [at.get(one.from)!, at.get(one.to)!];
    svg.append(line(one.from ? [from[0] + taskWidth, from[1]] : from, to, one.role, one.inherited, one.from || one.to));
  }
  stage.append(svg, circle, ...cards, ...things);
  const more = found.rest ? button((words["graph_more"] ?? "{n}").replace("{n}", String(found.rest)), { class: "more" }, acts.more) : null;
  return h("div", { class: "picture" }, h("p", { class: "why" }, words["graph_why"]), stage, more);
}
