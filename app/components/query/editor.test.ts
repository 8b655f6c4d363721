import assert from "node:assert/strict";
import { test } from "node:test";
import { pointer } from "./pointer";

test("the pointer stands under its column, also behind Chinese letters", () => {
  assert.equal(pointer("MATCH (n", 3), "  ^");
  assert.equal(pointer("返回 n", 3), "\u3000\u3000^");
  assert.equal(pointer("x", 0), "^");
});
