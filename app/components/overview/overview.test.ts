import assert from "node:assert/strict";
import { test } from "node:test";
import { burden, share } from "./main";

test("a part that is there is always seen, one that is not never", () => {
  assert.equal(share(0, 100), 0);
  assert.equal(share(1, 1000), 1.5);
  assert.equal(share(50, 100), 50);
});

test("a burden is all of it, or that of one role", () => {
  const one = { lead: 1, responsible: 2, support: 3, supervise: 4 };
  assert.equal(burden(one, "total"), 10);
  assert.equal(burden(one, "support"), 3);
});
