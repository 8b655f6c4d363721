import assert from "node:assert/strict";
import { test } from "node:test";
import { pointer, span } from "./pointer";

test("the pointer stands under its column, also behind Chinese letters", () => {
  assert.equal(pointer("MATCH (n", 3), "  ^");
  assert.equal(pointer("返回 n", 3), "\u3000\u3000^");
  assert.equal(pointer("x", 0), "^");
});

test("what is lit is the word at the column, at the end of a line what stands before it", () => {
  assert.deepEqual(span("RETRUN n", 1), [0, 6]);
  assert.deepEqual(span("MATCH (b：Body)", 9), [8, 9]);
  assert.deepEqual(span("RETURN '柳江' AS x 县", 18), [17, 18]);
  assert.deepEqual(span("RETURN 1 +", 11), [9, 10]);
  assert.deepEqual(span("𠮷 x", 3), [3, 4]);
  assert.deepEqual(span("", 1), [0, 0]);
});
