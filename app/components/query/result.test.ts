import assert from "node:assert/strict";
import { test } from "node:test";
import { today } from "../shared/dates";
import { complete } from "./form";
import { called } from "./library";
import type { Answer, Question } from "./model";
import { drawnColumns, ordered } from "./result";

const ANSWER: Answer = {
  id: "1", columns: ["单位", "任务", "编号"], hidden: [2], links: {}, note: "", keys: ["obl-1", "obl-2", "obl-3"],
  rows: [["乙局", 12, "obl-1"], ["甲局", 3, "obl-2"], ["丙局", null, "obl-3"]],
};

test("columns of ids are not drawn and not searched", () => {
  assert.deepEqual(drawnColumns(ANSWER), [0, 1]);
  assert.deepEqual(ordered(ANSWER, "obl", null), []);
  assert.deepEqual(ordered(ANSWER, "局", null), [0, 1, 2]);
});

test("rows sort by the column as it is numbered in the answer; what is missing comes last", () => {
  assert.deepEqual(ordered(ANSWER, "", { column: 1, down: false }), [1, 0, 2]);
  assert.deepEqual(ordered(ANSWER, "", { column: 1, down: true }), [0, 1, 2]);
});

const QUESTION: Question = { name: "overdue", title: "某日已过时限", text: "", fields: [
  { name: "day", label: "日期", help: "", type: "date", required: true, value: "", choices: [] },
  { name: "body", label: "单位", help: "", type: "body", required: false, value: "", choices: [] }] };

test("a day that is needed is the one that counts on every page until another is given; a body that is needed must be given", () => {
  assert.ok(complete(QUESTION, {}, "2024-01-05"));
  assert.ok(!complete(QUESTION, {}, ""));
  const body = { ...QUESTION, fields: [{ ...QUESTION.fields[1]!, required: true }] };
  assert.ok(!complete(body, {}, "2024-01-05"));
  assert.ok(complete(body, { body: "财政" }, "2024-01-05"));
  assert.equal(today(new Date(2024, 0, 5)), "2024-01-05");
});

test("what was asked is called by its title and values, or by its first line", () => {
  assert.equal(called({ key: "", kept: false, name: "overdue", text: "", values: { day: "2024-01-05" } }, [QUESTION]), "某日已过时限 · 2024-01-05");
  assert.equal(called({ key: "", kept: false, name: "", text: "\nMATCH (n)\nRETURN n", values: {} }, []), "MATCH (n)");
});
