// Ways of edges between columns of cards: level through each column, aslant only where no card stands.
// Pure geometry, so that it is tested without a browser.
import type { Box, Point } from "./room";

const CLEAR = 7;
/** beside a column: room for an arrow */
const BESIDE = 14;
const TWINS = 12;
const LANE = 5;
/** further round than this only to keep off another edge is worse than to share its lane */
const ROUND = 70;

interface Column {
  left: number;
  right: number;
  cards: Box[];
  lanes: number[];
}

/** The bends of each edge between its cards; none where both are in one column. */
export function routes(cards: readonly Box[], ties: readonly (readonly [number, number])[]): Point[][] {
  const { columns, of } = stood(cards);
  const pair = ([a, b]: readonly [number, number]): string => `${Math.min(a, b)} ${Math.max(a, b)}`;
  const twins = new Map<string, number>();
  for (const tie of ties) twins.set(pair(tie), (twins.get(pair(tie)) ?? 0) + 1);
  const nth = new Map<string, number>();
  return ties.map((tie) => {
    const [from, to] = tie;
    // several between the same two keep apart
    const [all, own] = [twins.get(pair(tie))!, nth.get(pair(tie)) ?? 0];
    nth.set(pair(tie), own + 1);
    const off = (own - (all - 1) / 2) * TWINS;
    const [first, last] = [of[from]!, of[to]!];
    if (first === last) return [];
    const step = first < last ? 1 : -1;
    const side = (column: Column, far: boolean): number => (far === (step > 0) ? column.right + BESIDE : column.left - BESIDE);
    const [start, end] = [cards[from]!, cards[to]!];
    const bends: Point[] = [{ x: side(columns[first]!, true), y: start.y + off }];
    for (let at = first + step; at !== last; at += step) {
      const column = columns[at]!;
      const along = (column.left + column.right) / 2;
      const y = free(column, start.y + ((end.y - start.y) * (along - start.x)) / (end.x - start.x));
      column.lanes.push(y);
      bends.push({ x: side(column, false), y }, { x: side(column, true), y });
    }
    bends.push({ x: side(columns[last]!, false), y: end.y + off });
    return bends;
  });
}

/** Cards whose middles stand one above the other are a column, and what else lies between its sides. */
function stood(cards: readonly Box[]): { columns: Column[]; of: number[] } {
  const order = cards.map((_, index) => index).sort((a, b) => cards[a]!.x - cards[b]!.x);
  const columns: Column[] = [];
  const of: number[] = [];
  for (const index of order) {
    const card = cards[index]!;
    let column = columns.at(-1);
    if (!column || card.x - card.width / 2 > column.right) columns.push((column = { left: Infinity, right: -Infinity, cards: [], lanes: [] }));
    column.left = Math.min(column.left, card.x - card.width / 2);
    column.right = Math.max(column.right, card.x + card.width / 2);
    column.cards.push(card);
    of[index] = columns.length - 1;
  }
  return { columns, of };
}

/** The height nearest to the one wanted where no card stands in the column, nor another edge if that is not far round. */
function free(column: Column, wanted: number): number {
  const walls = column.cards.map((card) => [card.y - card.height / 2 - CLEAR, card.y + card.height / 2 + CLEAR] as const);
  const alone = nearest([...walls, ...column.lanes.map((lane) => [lane - LANE, lane + LANE] as const)], wanted);
  const shared = nearest(walls, wanted);
  return Math.abs(alone - wanted) - Math.abs(shared - wanted) > ROUND ? shared : alone;
}

function nearest(walls: readonly (readonly [number, number])[], wanted: number): number {
  const ends = [wanted, ...walls.flat()].filter((y) => !walls.some(([top, bottom]) => y > top && y < bottom));
  return ends.reduce((best, y) => (Math.abs(y - wanted) < Math.abs(best - wanted) ? y : best), ends[0] ?? wanted);
}

/** Bends as Cytoscape wants them: how far along the straight line between the middles, how far off it. */
export function bent(from: Point, to: Point, bends: readonly Point[]): { weights: number[]; distances: number[] } {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y) || 1;
  return {
    weights: bends.map((bend) => ((bend.x - from.x) * x + (bend.y - from.y) * y) / (length * length)),
    distances: bends.map((bend) => ((bend.y - from.y) * x - (bend.x - from.x) * y) / length),
  };
}
