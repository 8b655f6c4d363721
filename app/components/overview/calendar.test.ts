import assert from "node:assert/strict";
import { test } from "node:test";
import { lastDay, step, weeks } from "../shared/months";
import { byDay, byMonth, split } from "./calendar";

const DUES = [["2024-01-31"], ["2024-03-01", "2024-12-31"], ["2024-03-01"]];

test("past, soon and later as seen from a day; the day itself is not past", () => {
  assert.deepEqual(split(DUES, "2024-03-01"), { over: 1, soon: 2, later: 1 });
  assert.deepEqual(split(DUES, "2024-03-02"), { over: 3, soon: 0, later: 1 });
  assert.deepEqual(split([], "2024-03-02"), { over: 0, soon: 0, later: 0 });
});

test("months without deadline are there with none", () => {
  assert.deepEqual(byMonth(DUES).slice(0, 3), [{ month: "2024-01", count: 1 }, { month: "2024-02", count: 0 }, { month: "2024-03", count: 2 }]);
  assert.equal(byMonth(DUES).length, 12);
  assert.deepEqual(byMonth([]), []);
});

test("an obligation counts on each of its days", () => assert.equal(byDay(DUES).get("2024-03-01"), 2));

test("months and their ends", () => {
  assert.equal(step("2023-12", 1), "2024-01");
  assert.equal(step("2024-01", -1), "2023-12");
  assert.equal(lastDay("2024-02"), "2024-02-29");
});

test("a month in weeks from Monday", () => {
  const found = weeks("2024-09"); // begins on a Sunday
  assert.deepEqual(found[0], ["", "", "", "", "", "", "2024-09-01"]);
  assert.equal(found.flat().filter(Boolean).length, 30);
  assert.ok(found.every((week) => week.length === 7));
});
