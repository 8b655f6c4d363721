import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "./lit";

test("a text without spans is one piece", () => {
  assert.deepEqual(pieces("年底前完成", []), [{ text: "年底前完成", span: null }]);
});

test("the innermost span wins where spans nest", () => {
  const outer = { start: 0, end: 5, kind: "Project" };
  const inner = { start: 1, end: 3, kind: "Target" };
  assert.deepEqual(
    pieces("改造三所学校", [outer, inner]).map((piece) => [piece.text, piece.span?.kind]),
    [["改", "Project"], ["造三", "Target"], ["所学", "Project"], ["校", undefined]],
  );
});

test("offsets count code points, not UTF-16 units", () => {
  assert.deepEqual(pieces("𠮷县财政局", [{ start: 2, end: 5, kind: "Body" }]).map((piece) => piece.text), ["𠮷县", "财政局"]);
});

test("spans beyond the text are cut to it", () => {
  assert.deepEqual(pieces("财政", [{ start: -3, end: 9, kind: "Body" }]).map((piece) => piece.text), ["财政"]);
});
