// The answer: a table that sorts, filters and opens the evidence of a row, the picture of its things, JSON, files.
import { button, fill, h } from "../shared/dom";
import { evidencePanel } from "../shared/evidence";
import { arranged, shown, type Sort } from "../table/rows";
import { idle } from "../shared/later";
import type { Canvas } from "../explorer/canvas";
import type { Answer, Data, Plain, View } from "./model";

const CHUNK = 150;
const VIEWS: readonly View[] = ["table", "graph", "json"];

/** The columns that are drawn, by their numbers. */
export function drawnColumns(answer: Answer): number[] {
  return answer.columns.map((_, number) => number).filter((number) => !answer.hidden.includes(number));
}

/** The rows as sorted and filtered, by their numbers; what is hidden is not searched. */
export function ordered(answer: Answer, find: string, sort: Sort | null): number[] {
  const columns = drawnColumns(answer);
  const numbers = new Map<Plain[], number>();
  const rows = answer.rows.map((row, number) => {
    const seen = columns.map((column) => row[column] ?? null);
    numbers.set(seen, number);
    return seen;
  });
  const at = sort ? { column: columns.indexOf(sort.column), down: sort.down } : null;
  return arranged(rows, find, at && at.column >= 0 ? at : null).map((row) => numbers.get(row as Plain[])!);
}

/** What draws a picture is large: it comes when it is wanted, and ahead of that when the browser has nothing else to do. */
function canvasCode(): Promise<typeof import("../explorer/canvas")> {
  return import("../explorer/canvas");
}

let fetched = false;
function ahead(): void {
  if (fetched) return;
  fetched = true;
  idle(() => void canvasCode());
}

export class Result {
  readonly element = h("div", { class: "bottom" });
  private readonly bar = h("div", { class: "bar" });
  private readonly stage = h("div", { class: "stage" });
  private readonly side = h("div", { class: "side", hidden: true });
  private readonly find = h("input", { type: "search", class: "filter narrow" }) as HTMLInputElement;
  private canvas: Canvas | null = null;
  private host: HTMLElement | null = null;
  /** The answer whose things the canvas shows: it is kept while one looks at the table. */
  private pictured = "";
  private data!: Data;
  private drawn = "";
  /** The answer that the words in the field belong to. */
  private found: string | undefined;
  private sort: Sort | null = null;
  private began = 0;
  private clock: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly on: { view(view: View): void; pick(id: string): void; sort(sort: string): void; find(words: string): void; save(form: string, rows: number[]): void; stop(): void }) {
    this.element.append(this.bar, h("div", { class: "split" }, this.stage, this.side));
    this.find.addEventListener("input", () => this.table());
    this.find.addEventListener("change", () => this.on.find(this.find.value));
  }

  update(data: Data): void {
    this.data = data;
    if (data.running !== Boolean(this.began)) this.time(data.running);
    const answer = data.answer;
    const key = JSON.stringify([answer?.id, data.running, data.refused, data.view, data.sort, data.json.length, data.view === "graph" && Boolean(data.sketch)]);
    if (answer && data.sort) {
      const column = answer.columns.indexOf(data.sort.replace(/^-/, ""));
      this.sort = column < 0 ? null : { column, down: data.sort.startsWith("-") };
    } else this.sort = null;
    if (key !== this.drawn) {
      this.drawn = key;
      // what is being typed belongs to this answer: only another answer, or none, brings words of its own
      if (this.found !== answer?.id) this.find.value = data.find;
      this.found = answer?.id;
      this.draw();
    }
    this.choose();
  }

  destroy(): void {
    this.canvas?.destroy();
    clearInterval(this.clock);
  }

  private word(key: string): string {
    return this.data.words[key] ?? key;
  }

  private time(running: boolean): void {
    clearInterval(this.clock);
    this.began = running ? Date.now() : 0;
    if (running) this.clock = setInterval(() => this.tick(), 500);
  }

  private tick(): void {
    const place = this.stage.querySelector(".elapsed");
    if (place) place.textContent = this.word("elapsed").replace("{n}", String(Math.round((Date.now() - this.began) / 1000)));
  }

  private draw(): void {
    const { answer, running, refused, view } = this.data;
    if (this.pictured !== answer?.id) this.forget();
    this.stage.className = `stage ${answer && !running && !refused ? view : ""}`;
    if (running || refused || !answer) {
      fill(this.bar);
      this.side.hidden = true;
      if (running) fill(this.stage, h("div", { class: "progress", role: "progressbar" }), h("p", { class: "quiet elapsed", role: "status" }, this.word("running")), button(this.word("stop"), { class: "stop" }, () => this.on.stop()));
      else if (refused) fill(this.stage, h("div", { class: "refused", role: "alert" }, h("h3", {}, this.word(refused.stopped ? "stopped_head" : "refused_head")), ...refused.text.split("\n").map((line) => h("p", {}, line)),
        refused.why.length ? h("ul", {}, ...refused.why.map((one) => h("li", {}, one))) : null, refused.instead ? h("p", { class: "instead" }, refused.instead) : null));
      else fill(this.stage, h("p", { class: "quiet" }, this.word("no_answer")));
      return;
    }
    this.find.placeholder = this.word("filter_table");
    this.find.setAttribute("aria-label", this.find.placeholder);
    const tabs = VIEWS.map((one) => button(this.word(`view_${one}`), { class: "chip", "aria-pressed": String(view === one) }, () => this.on.view(one)));
    fill(this.bar, ...tabs, h("span", { class: "note" }, answer.note), h("span", { class: "grow" }), view === "table" && answer.rows.length ? this.find : null,
      ...(answer.rows.length ? ["xlsx", "csv"].map((form) => button(this.word(`export_${form}`), {}, () => this.on.save(form, ordered(answer, this.find.value, this.sort)))) : []));
    if (answer.rows.length) ahead();
    if (view === "json") fill(this.stage, h("pre", {}, this.data.json));
    else if (view === "graph") this.graph();
    else this.table();
  }

  private forget(): void {
    this.canvas?.destroy();
    [this.canvas, this.host, this.pictured] = [null, null, ""];
  }

  private graph(): void {
    const { sketch, answer } = this.data;
    if (this.host && this.canvas) return fill(this.stage, this.host);
    fill(this.stage);
    if (!sketch || !answer) return;
    if (!sketch.nodes.length) return fill(this.stage, h("p", { class: "quiet" }, this.word("nothing_to_draw")));
    const canvas = h("div", { class: "canvas", role: "application", tabindex: "0", "aria-label": this.word("graph") });
    const host = h("div", { class: "drawing" }, canvas, sketch.cut ? h("span", { class: "note cut" }, this.word("drawn_first")) : null);
    this.host = host;
    fill(this.stage, host);
    this.pictured = answer.id;
    void canvasCode().then((code) => {
      if (this.host !== host || !host.isConnected) return; // one looks at something else by now
      this.canvas = new code.Canvas(canvas, { pick: (id) => this.on.pick(id), toggle: (id) => this.on.pick(id), more: () => undefined });
      this.canvas.show({ ...sketch, kinds: this.data.kinds, relations: this.data.relations }, "force");
      this.canvas.choose(this.data.picked);
    });
  }

  private table(): void {
    const answer = this.data.answer;
    if (!answer || this.data.view !== "table") return;
    if (!answer.rows.length) return fill(this.stage, h("p", { class: "quiet" }, this.word("no_rows")));
    const columns = drawnColumns(answer);
    const order = ordered(answer, this.find.value, this.sort);
    const body = h("tbody", {});
    const table = h("table", {}, h("thead", {}, h("tr", {}, ...columns.map((column) => this.head(answer.columns[column]!, column)))), body);
    table.addEventListener("keydown", (event) => this.walk(event as KeyboardEvent));
    const next = (from: number): void => {
      for (const number of order.slice(from, from + CHUNK)) body.append(this.row(answer, number, columns));
      if (from + CHUNK >= order.length) return;
      const seen = new IntersectionObserver((entries) => {
        if (!entries.some((one) => one.isIntersecting)) return;
        seen.disconnect();
        next(from + CHUNK);
      });
      seen.observe(body.lastElementChild!);
    };
    next(0);
    fill(this.stage, order.length ? table : h("p", { class: "quiet" }, this.word("nothing_left")));
    this.mark();
  }

  private head(name: string, column: number): HTMLElement {
    const on = this.sort?.column === column;
    const act = (): void => {
      const next = on && this.sort!.down ? "" : on ? `-${name}` : name;
      this.on.sort(next);
    };
    const longest = Math.max(0, ...this.data.answer!.rows.slice(0, 40).map((row) => shown(row[column] ?? null).length));
    const cell = h("th", { scope: "col", tabindex: "0", class: longest > 24 ? "wide" : longest > 5 ? "mid" : undefined, "aria-sort": on ? (this.sort!.down ? "descending" : "ascending") : "none" }, name, on ? (this.sort!.down ? " ↓" : " ↑") : "");
    cell.addEventListener("click", act);
    cell.addEventListener("keydown", (event) => event.key === "Enter" && act());
    return cell;
  }

  private row(answer: Answer, number: number, columns: readonly number[]): HTMLElement {
    const key = answer.keys[number] ?? "";
    const values = answer.rows[number]!;
    const row = h("tr", { "data-id": key || undefined, tabindex: key ? "0" : undefined, class: key ? "opens" : undefined }, ...columns.map((column) => {
      const value = values[column] ?? null;
      const to = answer.links[String(column)];
      const cell = h("td", { class: typeof value === "number" ? "number" : /^\d{4}-\d\d-\d\d$/.test(String(value)) ? "day" : undefined }, shown(value));
      if (to !== undefined && values[to]) {
        cell.classList.add("link");
        cell.addEventListener("click", (event) => {
          event.stopPropagation();
          this.on.pick(String(values[to]));
        });
      }
      return cell;
    }));
    if (key) {
      row.addEventListener("click", () => this.on.pick(key));
      row.addEventListener("focus", () => row.matches(":focus-visible") && this.data.picked !== key && this.on.pick(key));
    }
    return row;
  }

  private walk(event: KeyboardEvent): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Escape") return this.on.pick("");
    const rows = [...this.stage.querySelectorAll<HTMLElement>("tbody tr")];
    const at = rows.findIndex((row) => row === (this.stage.getRootNode() as ShadowRoot).activeElement);
    rows[Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1))]?.focus();
  }

  private mark(): void {
    for (const row of this.stage.querySelectorAll<HTMLElement>("tbody tr")) row.setAttribute("aria-selected", String(Boolean(this.data.picked) && row.dataset["id"] === this.data.picked));
  }

  private choose(): void {
    const own = this.data.view === "graph" ? this.data.sketch?.nodes.find((node) => node.id === this.data.picked)?.evidence ?? this.data.sketch?.edges.find((edge) => edge.id === this.data.picked)?.evidence : null;
    const evidence = this.data.evidence ?? own ?? null;
    this.side.hidden = !this.data.answer || !this.data.picked || !evidence || this.data.running || Boolean(this.data.refused);
    if (!this.side.hidden) fill(this.side, evidencePanel(evidence, this.data.words), button("✕", { class: "close", "aria-label": this.word("close_report") }, () => this.on.pick("")));
    this.mark();
    this.canvas?.choose(this.data.picked);
  }
}
