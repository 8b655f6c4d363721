import assert from "node:assert/strict";
import { test } from "node:test";
import { holding, paragraphs } from "./text";

const TEXT = "标题\n\n县财政局年底前完成。\n县住建局配合。";

test("spans become the paragraph's own", () => {
  const marks = [{ start: 4, end: 8, kind: "Body", of: "o1" }, { start: 8, end: 11, kind: "Deadline", of: "o1" }];
  const list = paragraphs(TEXT, marks, [{ id: "o1", start: 4, end: 14 }]);
  assert.deepEqual(list.map((one) => one.text), ["标题", "县财政局年底前完成。", "县住建局配合。"]);
  assert.deepEqual(list[1]!.spans.map((span) => list[1]!.text.slice(span.start, span.end)), ["县财政局", "年底前"]);
  assert.deepEqual(list.map((one) => one.facts), [[], ["o1"], []]);
});

test("a span over two lines is lit in both", () => {
  const list = paragraphs("甲乙\n丙丁", [{ start: 1, end: 4, kind: "Project", of: "x" }], []);
  assert.deepEqual(list.map((one) => one.spans.map((span) => one.text.slice(span.start, span.end))), [["乙"], ["丙"]]);
});

test("an offset finds its paragraph", () => {
  const list = paragraphs(TEXT, [], []);
  assert.equal(list[holding(list, 9)]!.text, "县财政局年底前完成。");
  assert.equal(holding(list, 0), 0);
});
