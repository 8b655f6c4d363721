// A table that sorts by its heads and filters as one types; long ones are drawn as one scrolls.
import base from "../shared/base.css";
import { mounted } from "../shared/held";
import type { Component, Words } from "../shared/component";
import { isDark } from "../shared/component";
import { onPageKey } from "../shared/keys";
import { fill, h } from "../shared/dom";
import css from "./table.css";
import { arranged, shown, type Cell, type Sort } from "./rows";
import { said } from "../shared/words";

interface Data {
  held?: Record<string, string>;
  words: Words;
  columns: string[];
  rows: Cell[][];
  wide: string[];
  /** what stands where a cell of these columns is empty: what is missing is said */
  missing?: Record<string, string>;
  /** columns kept on one line */
  tight?: string[];
  sort: string;
  filter: string;
  empty: string;
}

const CHUNK = 150;

class Table {
  private readonly root = h("div", { class: "gov table" });
  private readonly count = h("span", { class: "count" });
  private readonly input = h("input", { type: "search", class: "filter" }) as HTMLInputElement;
  private readonly body = h("div", { class: "frame", tabindex: "0" });
  private component!: Component<Data>;
  private data!: Data;
  private sort: Sort | null = null;
  private more: IntersectionObserver | null = null;

  constructor(parent: HTMLElement | ShadowRoot) {
    this.root.append(h("style", {}, base + css), h("div", { class: "bar" }, this.count, h("span", { class: "grow" }), this.input), this.body);
    parent.append(this.root);
    this.input.addEventListener("input", () => this.draw());
    this.input.addEventListener("change", () => this.component.setStateValue("filter", this.input.value));
    this.input.addEventListener("keydown", (event) => (event as KeyboardEvent).key === "Escape" && this.leave());
    this.body.addEventListener("click", (event) => this.choose((event.target as Element).closest<HTMLElement>("tbody tr")));
    onPageKey(this.root, (event) => this.key(event));
  }

  update(component: Component<Data>): void {
    this.component = component;
    this.data = component.data;
    this.root.classList.toggle("dark", isDark(this.root));
    this.input.placeholder = this.data.words["filter_table"] ?? "";
    this.input.setAttribute("aria-label", this.input.placeholder);
    if ((this.root.getRootNode() as ShadowRoot).activeElement !== this.input) this.input.value = this.data.filter;
    const column = this.data.columns.indexOf(this.data.sort.replace(/^-/, ""));
    this.sort = column < 0 ? null : { column, down: this.data.sort.startsWith("-") };
    this.draw();
  }

  /** Keys of the page: / filter, arrows walk the rows, Enter opens one, Esc clears the filter. */
  private key(event: KeyboardEvent): void {
    const rows = [...this.body.querySelectorAll<HTMLElement>("tbody tr")];
    const at = rows.findIndex((row) => row.getAttribute("aria-selected") === "true");
    if (event.key === "/") this.input.focus();
    else if (event.key === "Escape" && this.input.value) this.leave();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const to = rows[Math.max(0, Math.min(rows.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))];
      this.choose(to ?? null);
      to?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && at >= 0 && !(event.composedPath()[0] as HTMLElement).closest?.("a, button, th")) rows[at]!.querySelector<HTMLElement>("a")?.click();
    else return;
    event.preventDefault();
  }

  private choose(row: HTMLElement | null): void {
    for (const one of this.body.querySelectorAll("tr[aria-selected]")) one.removeAttribute("aria-selected");
    row?.setAttribute("aria-selected", "true");
  }

  private leave(): void {
    if (!this.input.value) return this.input.blur();
    this.input.value = "";
    this.component.setStateValue("filter", "");
    this.draw();
  }

  private head(): HTMLElement {
    return h("tr", {}, ...this.data.columns.map((name, column) => {
      const on = this.sort?.column === column;
      const cell = h("th", { scope: "col", "aria-sort": on ? (this.sort!.down ? "descending" : "ascending") : "none", tabindex: "0", class: this.data.wide.includes(name) ? "wide" : typeof this.data.rows[0]?.[column] === "number" ? "number" : undefined },
        name, h("i", {}, on ? (this.sort!.down ? " ↓" : " ↑") : ""));
      const act = (): void => {
        this.sort = on && this.sort!.down ? null : { column, down: on };
        this.component.setStateValue("sort", this.sort ? `${this.sort.down ? "-" : ""}${name}` : "");
        this.draw();
      };
      cell.addEventListener("click", act);
      cell.addEventListener("keydown", (event) => (event as KeyboardEvent).key === "Enter" && act());
      return cell;
    }));
  }

  private draw(): void {
    const rows = arranged(this.data.rows, this.input.value, this.sort);
    const all = this.data.rows.length;
    this.count.textContent = said(this.data.words["rows"] ?? "{n}", { n: rows.length === all ? all : `${rows.length} / ${all}` });
    this.more?.disconnect();
    if (!rows.length) {
      fill(this.body, h("p", { class: "nothing" }, all ? (this.data.words["nothing_left"] ?? "") : this.data.empty));
      return;
    }
    const list = h("tbody", {});
    fill(this.body, h("table", {}, h("thead", {}, this.head()), list));
    const next = (from: number): void => {
      for (const row of rows.slice(from, from + CHUNK)) {
        list.append(h("tr", {}, ...row.map((cell, column) => {
          const linked = typeof cell === "object" && cell !== null ? h("a", { href: cell.href, target: "_self" }, cell.text) : shown(cell);
          const lacks = this.data.missing?.[this.data.columns[column] ?? ""];
          if (lacks && !shown(cell)) return h("td", { class: "tight" }, h("span", { class: "none" }, lacks));
          if (this.data.tight?.includes(this.data.columns[column] ?? "") && typeof cell === "string") return h("td", { class: "tight" }, cell);
          return h("td", { class: typeof cell === "number" ? "number" : typeof cell === "string" && /^\d{4}-\d{2}-\d{2}$/.test(cell) ? "day" : this.data.wide.includes(this.data.columns[column] ?? "") ? "wide" : undefined }, linked);
        })));
      }
      if (from + CHUNK >= rows.length) return;
      this.more = new IntersectionObserver((seen) => {
        if (!seen.some((one) => one.isIntersecting)) return;
        this.more?.disconnect();
        next(from + CHUNK);
      }, { root: this.body, rootMargin: "600px" });
      this.more.observe(list.lastElementChild!);
    };
    next(0);
  }
}

export default mounted<Data>((component) => new Table(component.parentElement));
