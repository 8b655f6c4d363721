import assert from "node:assert/strict";
import { test } from "node:test";
import { holding, paragraphs, parts } from "./text";

const TEXT = "标题\n\n县财政局年底前完成。\n县住建局配合。";

test("spans become the paragraph's own", () => {
  const marks = [{ start: 4, end: 8, kind: "Body" }, { start: 8, end: 11, kind: "Deadline" }];
  const list = paragraphs(TEXT, marks, [{ id: "o1", start: 4, end: 14 }]);
  assert.deepEqual(list.map((one) => one.text), ["标题", "县财政局年底前完成。", "县住建局配合。"]);
  assert.deepEqual(list[1]!.spans.map((span) => list[1]!.text.slice(span.start, span.end)), ["县财政局", "年底前"]);
  assert.deepEqual(list.map((one) => one.facts), [[], ["o1"], []]);
});

test("a span over two lines is lit in both", () => {
  const list = paragraphs("甲乙\n丙丁", [{ start: 1, end: 4, kind: "Project" }], []);
  assert.deepEqual(list.map((one) => one.spans.map((span) => one.text.slice(span.start, span.end))), [["乙"], ["丙"]]);
});

test("an offset finds its paragraph", () => {
  const list = paragraphs(TEXT, [], []);
  assert.equal(list[holding(list, 9)]!.text, "县财政局年底前完成。");
  assert.equal(holding(list, 0), 0);
});

test("an obligation over several lines stands at each of them, and ends where it ends", () => {
  const list = paragraphs("一\n二\n\n三\n四", [], [{ id: "a", start: 0, end: 3 }, { id: "b", start: 2, end: 6 }]);
  assert.deepEqual(list.map((one) => one.facts), [["a"], ["a", "b"], ["b"], []]);
});

test("rare letters count once", () => {
  const list = paragraphs("𠮷县\n县局办", [{ start: 3, end: 5, kind: "Body" }], []);
  assert.deepEqual(list.map((one) => [one.start, one.spans.length]), [[0, 0], [3, 1]]);
});

test("what comes short gets its names", () => {
  const made = parts({ text: "县局办", marks: { Body: [0, 2, 2, 3] }, blocks: [["o", 0, 3]], outline: [["一、", 1, 0, 2]], left: [[0, 1, "标题", ""]] });
  assert.deepEqual(made.marks, [{ start: 0, end: 2, kind: "Body" }, { start: 2, end: 3, kind: "Body" }]);
  assert.deepEqual([made.blocks[0], made.outline[0]?.count, made.left[0]?.reason], [{ id: "o", start: 0, end: 3 }, 2, "标题"]);
});
