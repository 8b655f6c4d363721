import assert from "node:assert/strict";
import { test } from "node:test";
import { axis, place } from "./timeline";

const WORDS = { month_n: "{n}月", quarter_n: "{n}季度" };

test("months cover all days, and the year stands over its first", () => {
  const units = axis(["2024-02-29", "2023-11-30"], WORDS);
  assert.deepEqual(units.map((unit) => [unit.over, unit.label]), [["2023", "11月"], ["", "12月"], ["2024", "1月"], ["", "2月"]]);
});

test("a long time is shown by quarters, a very long one by years", () => {
  assert.deepEqual(axis(["2023-02-01", "2026-02-01"], WORDS).slice(0, 2).map((unit) => unit.label), ["1季度", "2季度"]);
  assert.deepEqual(axis(["2020-02-01", "2035-02-01"], WORDS).map((unit) => unit.label).at(-1), "2035");
});

test("nothing dated has no axis", () => assert.deepEqual(axis(["", "每月"], WORDS), []));

test("a due day ends at the end of its month's unit, a first day begins it", () => {
  const units = axis(["2024-01-31", "2024-02-29"], WORDS);
  assert.equal(place("2024-01-31", units), 0.5);
  assert.equal(place("2024-01-01", units, false), 0);
  assert.equal(place("2024-02-29", units), 1);
  assert.equal(place("2030-01-01", units), 1);
});
