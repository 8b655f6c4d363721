import assert from "node:assert/strict";
import { test } from "node:test";
import { freePlaces } from "./place";

test("places keep their distance from each other and from what is there", () => {
  const taken = Array.from({ length: 60 }, (_, i) => ({ x: (i % 10) * 100, y: Math.floor(i / 10) * 100 }));
  const found = freePlaces({ x: 300, y: 300 }, taken, 40, 120);
  assert.equal(found.length, 40);
  const all = [...taken, ...found];
  for (const [at, point] of found.entries())
    for (const [other, there] of all.entries()) {
      if (other === taken.length + at) continue;
      assert.ok(Math.hypot(point.x - there.x, point.y - there.y) >= 119.9);
    }
});

test("the first place is near its anchor", () => {
  const [first] = freePlaces({ x: 0, y: 0 }, [{ x: 0, y: 0 }], 1);
  assert.ok(Math.hypot(first!.x, first!.y) < 250);
});
