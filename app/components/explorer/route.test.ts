import assert from "node:assert/strict";
import { test } from "node:test";
import { crosses, type Box, type Point } from "./room";
import { bent, routes } from "./route";

const card = (x: number, y: number, width = 100, height = 40): Box => ({ x, y, width, height });

function clear(cards: readonly Box[], tie: readonly [number, number], bends: readonly Point[]): boolean {
  const way = [cards[tie[0]]!, ...bends, cards[tie[1]]!];
  return cards.every((one, index) => tie.includes(index) || way.slice(1).every((to, at) => !crosses(way[at]!, to, one)));
}

test("an edge runs behind no card of the columns it passes, whatever their widths", () => {
  const cards = [card(0, 0, 62, 62), ...[-120, -60, 0, 60, 120].map((y, at) => card(250, y, 80 + 15 * at)), card(500, 0), card(500, 200)];
  const ties: [number, number][] = [[0, 1], [0, 2], [0, 3], [0, 4], [0, 5], [0, 6], [0, 7], [1, 7], [6, 0]];
  const found = routes(cards, ties);
  ties.forEach((tie, at) => assert.ok(clear(cards, tie, found[at]!), String(tie)));
  assert.equal(found[0]!.length, 2);
  assert.equal(found[5]!.length, 4);
});

test("two edges past one column take two lanes; one within a column has no bends", () => {
  const cards = [card(0, 0), card(0, 100), card(250, 0), card(500, 0), card(500, 100)];
  const [first, second, within] = routes(cards, [[0, 3], [1, 3], [0, 1]]);
  assert.notEqual(first![1]!.y, second![1]!.y);
  assert.deepEqual(within, []);
});

test("several edges between the same two keep apart, whatever their direction", () => {
  const [one, other, third] = routes([card(0, 0), card(250, 0)], [[0, 1], [1, 0], [0, 1]]);
  assert.equal(new Set([one![0]!.y, other![1]!.y, third![0]!.y]).size, 3);
});

test("bends are told by how far along and how far off the straight line", () => {
  assert.deepEqual(bent({ x: 0, y: 0 }, { x: 100, y: 0 }, [{ x: 25, y: 10 }]), { weights: [0.25], distances: [10] });
});
