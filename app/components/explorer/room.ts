// Room for everything: cards do not overlap, no edge runs through a card that it does not end at, captions lie free.
// Pure geometry, so that it is tested without a browser.

export interface Point {
  x: number;
  y: number;
}

/** A card, by its centre. */
export interface Box extends Point {
  width: number;
  height: number;
}

export type Segment = readonly [Point, Point];

export const overlap = (a: Box, b: Box, margin = 0): boolean =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width + 2 * margin && Math.abs(a.y - b.y) * 2 < a.height + b.height + 2 * margin;

/** Does the straight line run through the card (made larger by a margin)? Liang and Barsky's clipping. */
export function crosses(from: Point, to: Point, box: Box, margin = 0): boolean {
  const [halfWidth, halfHeight] = [box.width / 2 + margin, box.height / 2 + margin];
  let [enter, leave] = [0, 1];
  for (const [start, change, low, high] of [
    [from.x, to.x - from.x, box.x - halfWidth, box.x + halfWidth],
    [from.y, to.y - from.y, box.y - halfHeight, box.y + halfHeight],
  ] as const) {
    if (change === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [one, other] = [(low - start) / change, (high - start) / change];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
    if (enter > leave) return false;
  }
  return true;
}

/** A card to be placed. */
export interface Fresh {
  width: number;
  height: number;
}

const STEP = 40;
const GAP = 16;
const RINGS = 40;
const SLOTS = 120;

/** Places for new cards round `anchor`, what is there stays: one fan, on the smallest ring where all find a free place
 * with free edges; where no ring has that many, each takes the place of least trouble. */
export function places(anchor: Box, taken: readonly Box[], edges: readonly Segment[], fresh: readonly Fresh[], away: Point): Point[] {
  const outward = Math.atan2(anchor.y - away.y, anchor.x - away.x);
  const size = { width: Math.max(...fresh.map((card) => card.width)), height: Math.max(...fresh.map((card) => card.height)) };
  const least = Math.max(anchor.width, anchor.height) / 2 + 80;
  const cards: Box[] = [...taken];
  const lines: Segment[] = [...edges];
  const found: Point[] = [];
  let ring = 0;
  while (found.length < fresh.length && ring < RINGS) {
    let best: Point[] = [];
    const wanted = fresh.length - found.length;
    for (; ring < RINGS && best.length < wanted; ring++) {
      const free = slots(anchor, least + ring * STEP, outward, size, cards, lines);
      if (free.length > best.length) best = free;
    }
    if (!best.length) break;
    for (const at of best.slice(0, wanted)) {
      found.push(at);
      cards.push({ ...size, ...at });
      lines.push([at, anchor]);
    }
  }
  while (found.length < fresh.length) found.push(anywhere(anchor, found.length, fresh, cards));
  return found;
}

/** The free places on one ring, straight outward first, then to both sides in turn. */
function slots(anchor: Box, radius: number, outward: number, size: { width: number; height: number }, cards: readonly Box[], lines: readonly Segment[]): Point[] {
  const found: Box[] = [];
  for (let slot = 0; slot < SLOTS; slot++) {
    const angle = outward + ((slot % 2 ? 1 : -1) * Math.ceil(slot / 2) * 2 * Math.PI) / SLOTS;
    const box = { ...size, x: anchor.x + radius * Math.cos(angle), y: anchor.y + radius * Math.sin(angle) };
    if (found.some((other) => overlap(box, other, GAP / 2)) || cards.some((other) => overlap(box, other, GAP))) continue;
    if (lines.some(([from, to]) => crosses(from, to, box, 6))) continue;
    if (cards.some((card) => (card.x !== anchor.x || card.y !== anchor.y) && crosses(anchor, box, card, 6))) continue;
    if (found.some((card) => crosses(anchor, box, card, 4) || crosses(anchor, card, box, 4))) continue;
    found.push(box);
  }
  return found.map(({ x, y }) => ({ x, y }));
}

/** A place that covers nothing, whatever its edges run through. */
function anywhere(anchor: Box, index: number, fresh: readonly Fresh[], cards: Box[]): Point {
  const { width, height } = fresh[index]!;
  for (let ring = 1; ; ring++) {
    const radius = Math.max(anchor.width, anchor.height) / 2 + ring * STEP;
    for (let slot = 0; slot < 8 * ring; slot++) {
      const angle = (2 * Math.PI * slot) / (8 * ring);
      const box = { width, height, x: anchor.x + radius * Math.cos(angle), y: anchor.y + radius * Math.sin(angle) };
      if (cards.some((other) => overlap(box, other, GAP))) continue;
      cards.push(box);
      return box;
    }
  }
}

/** Push cards apart and off the edges of others; `fixed` ones stay. Changes the boxes; returns how many troubles are left. */
export function settle(boxes: readonly Box[], edges: readonly (readonly [number, number])[], fixed: (index: number) => boolean, turns = boxes.length > 120 ? 25 : 90): number {
  let left = 0;
  for (let step = 0; step < turns; step++) {
    left = 0;
    for (let i = 0; i < boxes.length; i++)
      for (let j = i + 1; j < boxes.length; j++) if (overlap(boxes[i]!, boxes[j]!, GAP)) {
        left++;
        part(boxes[i]!, boxes[j]!, fixed(i), fixed(j));
      }
    for (const [a, b] of edges)
      for (let i = 0; i < boxes.length; i++) if (i !== a && i !== b && crosses(boxes[a]!, boxes[b]!, boxes[i]!, 4)) {
        left++;
        if (!fixed(i)) aside(boxes[i]!, boxes[a]!, boxes[b]!);
      }
    if (!left) break;
  }
  return left;
}

function part(a: Box, b: Box, stays: boolean, alsoStays: boolean): void {
  const [dx, dy] = [b.x - a.x || 0.5, b.y - a.y || 0.5];
  const [needX, needY] = [(a.width + b.width) / 2 + GAP - Math.abs(dx), (a.height + b.height) / 2 + GAP - Math.abs(dy)];
  const share = stays || alsoStays ? 1 : 0.5;
  const [x, y] = needX < needY ? [Math.sign(dx) * (needX + 1) * share, 0] : [0, Math.sign(dy) * (needY + 1) * share];
  if (!stays) [a.x, a.y] = [a.x - x, a.y - y];
  if (!alsoStays) [b.x, b.y] = [b.x + x, b.y + y];
}

/** Move a card straight away from a line, as far as its corners need. */
function aside(box: Box, from: Point, to: Point): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const normal = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const off = (box.x - from.x) * normal.x + (box.y - from.y) * normal.y;
  const need = (Math.abs(normal.x) * box.width + Math.abs(normal.y) * box.height) / 2 + 10 - Math.abs(off);
  const move = 0.6 * Math.max(6, need) * (off < 0 ? -1 : 1);
  box.x += normal.x * move;
  box.y += normal.y * move;
}

/** A caption on an edge: its size, and the edge it belongs to. */
export interface Caption {
  edge: Segment;
  width: number;
  height: number;
}

/** How far from the middle of its edge each caption lies free of cards and of other captions; null where nowhere. */
export function captions(wanted: readonly Caption[], cards: readonly Box[]): (Point | null)[] {
  const put: Box[] = [];
  return wanted.map(({ edge: [a, b], width, height }) => {
    for (const part of [0.5, 0.42, 0.58, 0.34, 0.66]) {
      const box = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part, width, height };
      if (cards.some((card) => overlap(box, card, 2)) || put.some((other) => overlap(box, other, 2))) continue;
      put.push(box);
      return { x: (b.x - a.x) * (part - 0.5), y: (b.y - a.y) * (part - 0.5) };
    }
    return null;
  });
}
