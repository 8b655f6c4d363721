import assert from "node:assert/strict";
import { test } from "node:test";
import { later, parseDay } from "./dates";

test("a day is taken as people write it", () => {
  for (const text of ["2024-06-03", "2024-6-3", "2024.6.3", "2024/6/3", " 2024年6月3日 ", "20240603", "２０２４年６月３日"]) assert.equal(parseDay(text), "2024-06-03");
});

test("what is no day is none", () => {
  for (const text of ["", "去年", "2024-02-30", "2024-13-01", "24-06-03", "2024-06", "2024-06-031"]) assert.equal(parseDay(text), "");
});

test("days are counted over months and years", () => {
  assert.equal(later("2023-12-31", 1), "2024-01-01");
  assert.equal(later("2024-03-01", -1), "2024-02-29");
});
