// The first picture: the start in the middle, what hangs on it round it, and so on outward; each branch has its sector.
import { settle, type Box, type Point } from "./room";

interface Leaf {
  index: number;
  children: Leaf[];
  leaves: number;
}

/** The tree that a walk from the start finds, nearest first; neighbours that are tied to each other stand side by side. */
function grown(count: number, edges: readonly (readonly [number, number])[], start: number): Leaf[] {
  const near: number[][] = Array.from({ length: count }, () => []);
  for (const [a, b] of edges) {
    near[a]!.push(b);
    near[b]!.push(a);
  }
  const seen = new Set<number>();
  const grow = (from: number): Leaf => {
    const root: Leaf = { index: from, children: [], leaves: 1 };
    const line = [root];
    const order: Leaf[] = [];
    seen.add(from);
    while (line.length) {
      const leaf = line.shift()!;
      order.push(leaf);
      for (const next of beside(near[leaf.index]!.filter((one) => !seen.has(one)), near)) {
        if (seen.has(next)) continue;
        seen.add(next);
        const child = { index: next, children: [], leaves: 1 };
        leaf.children.push(child);
        line.push(child);
      }
    }
    for (const leaf of order.reverse()) if (leaf.children.length) leaf.leaves = leaf.children.reduce((sum, child) => sum + child.leaves, 0);
    return root;
  };
  const trees = [grow(start)];
  for (let index = 0; index < count; index++) if (!seen.has(index)) trees.push(grow(index));
  return trees;
}

/** The same, those with ties among them next to each other. */
function beside(ids: readonly number[], near: readonly number[][]): number[] {
  const left = new Set(ids);
  const found: number[] = [];
  const take = (id: number): void => {
    if (!left.delete(id)) return;
    found.push(id);
    for (const other of near[id]!) take(other);
  };
  for (const id of ids) take(id);
  return found;
}

/** Places of all boxes for a view of this size; branches fan out, cards and edges keep clear of each other. */
export function fanned(boxes: readonly Box[], edges: readonly (readonly [number, number])[], start: number, view: { width: number; height: number }): Point[] {
  const aspect = Math.min(2, Math.max(0.9, view.width / Math.max(1, view.height)));
  const trees = grown(boxes.length, edges, start);
  const made = boxes.map((box) => ({ ...box, x: 0, y: 0 }));
  const alone = trees.length === 1;
  for (const tree of trees) {
    const ring = (leaf: Leaf, from: number, to: number, inner: Point): void => {
      const total = leaf.children.reduce((sum, child) => sum + child.leaves, 0);
      const widest = Math.max(0, ...leaf.children.map((child) => made[child.index]!.width));
      // wide enough for its cards on their arc, and for the view to be filled where there is room
      const arc = Math.max(0.4, to - from);
      const y = Math.max(150, (total * 96) / arc, leaf === tree && alone ? Math.min(330, view.height / 2 - 70) : 0);
      const x = Math.max(190, widest * 0.9 + 60, y * aspect * 0.92, leaf === tree && alone ? Math.min(560, view.width / 2 - 100) : 0);
      let angle = from;
      for (const child of leaf.children) {
        const span = (arc * child.leaves) / total;
        const middle = angle + span / 2;
        const at = leaf === tree ? { x: inner.x + x * Math.cos(middle), y: inner.y + y * Math.sin(middle) } : { x: inner.x + x * Math.cos(middle) * 0.9, y: inner.y + y * Math.sin(middle) * 0.9 };
        Object.assign(made[child.index]!, at);
        // a branch fans out away from the middle
        const fan = Math.min(Math.PI * 0.9, Math.max(span, child.children.length * 0.3));
        ring(child, middle - fan / 2, middle + fan / 2, at);
        angle += span;
      }
    };
    ring(tree, -Math.PI / 2, (3 * Math.PI) / 2, { x: 0, y: 0 });
  }
  if (!alone) shelve(trees.map((tree) => members(tree).map((index) => made[index]!)), aspect);
  settle(made, edges, (index) => index === start);
  return made.map(({ x, y }) => ({ x, y }));
}

function members(leaf: Leaf): number[] {
  return [leaf.index, ...leaf.children.flatMap(members)];
}

const APART = 46;

/** Pieces that nothing ties together stand on shelves, the largest first, the whole about as wide as the view. */
function shelve(pieces: Box[][], aspect: number): void {
  const framed = pieces.map((cards) => {
    const left = Math.min(...cards.map((card) => card.x - card.width / 2));
    const top = Math.min(...cards.map((card) => card.y - card.height / 2));
    const width = Math.max(...cards.map((card) => card.x + card.width / 2)) - left;
    const height = Math.max(...cards.map((card) => card.y + card.height / 2)) - top;
    return { cards, left, top, width: width + APART, height: height + APART };
  });
  framed.sort((a, b) => b.height - a.height);
  const room = Math.max(...framed.map((one) => one.width), Math.sqrt(framed.reduce((sum, one) => sum + one.width * one.height, 0) * aspect * 1.15));
  let [x, y, shelf] = [0, 0, 0];
  for (const { cards, left, top, width, height } of framed) {
    if (x && x + width > room) [x, y, shelf] = [0, y + shelf, 0];
    for (const card of cards) [card.x, card.y] = [card.x - left + x, card.y - top + y];
    x += width;
    shelf = Math.max(shelf, height);
  }
}
