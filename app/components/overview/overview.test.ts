import assert from "node:assert/strict";
import { test } from "node:test";
import { share } from "./main";

test("a part that is there is always seen, one that is not never", () => {
  assert.equal(share(0, 100), 0);
  assert.equal(share(1, 1000), 1.5);
  assert.equal(share(50, 100), 50);
});
