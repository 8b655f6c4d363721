import assert from "node:assert/strict";
import { test } from "node:test";
import { arranged, shown, type Cell } from "./rows";

const ROWS: Cell[][] = [["县财政局", 12, "2024-06-30"], ["县住建局", 3, null], [{ text: "城关镇", href: "/x" }, 30, "2023-12-31"]];

test("numbers sort as numbers, what is missing comes last both ways", () => {
  assert.deepEqual(arranged(ROWS, "", { column: 1, down: false }).map((row) => row[1]), [3, 12, 30]);
  assert.deepEqual(arranged(ROWS, "", { column: 2, down: false }).map((row) => row[2]), ["2023-12-31", "2024-06-30", null]);
  assert.deepEqual(arranged(ROWS, "", { column: 2, down: true }).map((row) => row[2]), ["2024-06-30", "2023-12-31", null]);
});

test("words are looked for in every cell, links included", () => {
  assert.equal(arranged(ROWS, "城关", null).length, 1);
  assert.equal(arranged(ROWS, "没有", null).length, 0);
  assert.equal(arranged(ROWS, "", null).length, 3);
});

test("numbers are shown with thousands parted, nothing for null", () => {
  assert.equal(shown(1234567.5), "1,234,567.5");
  assert.equal(shown(null), "");
});
