import assert from "node:assert/strict";
import { test } from "node:test";
import { captions, crosses, overlap, places, settle, type Box, type Segment } from "./room";
import { fanned } from "./tree";

const card = (x: number, y: number): Box => ({ x, y, width: 138, height: 54 });
const pairs = (boxes: readonly Box[]): number => boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b))).length;
const through = (boxes: readonly Box[], edges: readonly (readonly [number, number])[]): number =>
  edges.reduce((sum, [a, b]) => sum + boxes.filter((box, i) => i !== a && i !== b && crosses(boxes[a]!, boxes[b]!, box)).length, 0);

test("a line through a card, beside it, ending before it", () => {
  assert.ok(crosses({ x: -200, y: 0 }, { x: 200, y: 10 }, card(0, 0)));
  assert.ok(!crosses({ x: -200, y: 40 }, { x: 200, y: 40 }, card(0, 0)));
  assert.ok(!crosses({ x: -200, y: 0 }, { x: -80, y: 0 }, card(0, 0)));
  assert.ok(crosses({ x: 0, y: -99 }, { x: 0, y: 99 }, card(0, 0)));
});

test("the start in the middle, nothing on anything, no edge through a card", () => {
  for (const count of [1, 2, 5, 13, 30]) {
    const boxes = Array.from({ length: count + 1 }, () => card(0, 0));
    const edges = Array.from({ length: count }, (_, i) => [0, i + 1] as const);
    const at = fanned(boxes, edges, 0, { width: 790, height: 750 });
    const laid = boxes.map((box, i) => ({ ...box, ...at[i]! }));
    assert.deepEqual(at[0], { x: 0, y: 0 });
    assert.equal(pairs(laid), 0, `${count}`);
    assert.equal(through(laid, edges), 0, `${count}`);
  }
});

test("branches of branches and ties across stay clear", () => {
  const edges: [number, number][] = [];
  for (let i = 1; i <= 12; i++) edges.push([0, i]);
  for (let i = 13; i <= 24; i++) edges.push([1 + (i % 3), i]);
  edges.push([5, 6], [7, 9], [4, 20]);
  const boxes = Array.from({ length: 25 }, () => card(0, 0));
  const at = fanned(boxes, edges, 0, { width: 790, height: 750 });
  const laid = boxes.map((box, i) => ({ ...box, ...at[i]! }));
  assert.equal(pairs(laid), 0);
  assert.ok(through(laid, edges) <= 2);
});

test("many things that nothing ties together fill the view, not a row", () => {
  const boxes = Array.from({ length: 80 }, () => card(0, 0));
  const at = fanned(boxes, [[0, 1], [0, 2]], 0, { width: 800, height: 500 });
  const [width, height] = [Math.max(...at.map((one) => one.x)) - Math.min(...at.map((one) => one.x)), Math.max(...at.map((one) => one.y)) - Math.min(...at.map((one) => one.y))];
  assert.ok(width / height < 3 && width / height > 0.7);
  assert.equal(pairs(boxes.map((box, i) => ({ ...box, ...at[i]! }))), 0);
});

test("things apart are drawn apart", () => {
  const boxes = Array.from({ length: 6 }, () => card(0, 0));
  const at = fanned(boxes, [[0, 1], [2, 3]], 0, { width: 790, height: 750 });
  assert.equal(pairs(boxes.map((box, i) => ({ ...box, ...at[i]! }))), 0);
});

test("new cards find room, what is there stays", () => {
  const taken = Array.from({ length: 12 }, (_, i) => card(300 * Math.cos((i * Math.PI) / 6), 280 * Math.sin((i * Math.PI) / 6)));
  const centre = card(0, 0);
  const anchor = taken[0]!;
  const edges = taken.map((one): Segment => [centre, one]);
  const fresh = Array.from({ length: 12 }, () => ({ width: 138, height: 54}));
  const found = places(anchor, [...taken, centre], edges, fresh, centre);
  const all = [...taken, centre, ...found.map((at) => card(at.x, at.y))];
  assert.equal(pairs(all), 0);
  const lines = [...edges, ...found.map((at): Segment => [at, anchor])];
  const hit = lines.reduce((sum, [a, b]) => sum + all.filter((box) => crosses(a, b, box) && Math.hypot(box.x - a.x, box.y - a.y) > 1 && Math.hypot(box.x - b.x, box.y - b.y) > 1).length, 0);
  assert.ok(hit <= 1, `${hit} cards lie on edges`);
});

test("what stays, stays, also where nothing else gives way", () => {
  const boxes = [card(0, 0), card(10, 0)];
  settle(boxes, [], () => true);
  assert.deepEqual([boxes[0]!.x, boxes[1]!.x], [0, 10]);
});

test("captions lie free, or are left out", () => {
  const edge: Segment = [{ x: -200, y: 0 }, { x: 200, y: 0 }];
  const caption = { edge, width: 40, height: 16 };
  assert.deepEqual(captions([caption], []), [{ x: 0, y: 0 }]);
  const [first] = captions([caption], [card(0, 0)]);
  assert.equal(first, null);
  const found = captions([caption, caption, caption, caption, caption, caption], []);
  assert.equal(found.filter(Boolean).length, 3);
});
