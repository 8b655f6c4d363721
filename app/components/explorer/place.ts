// Where new nodes go: on the nearest free ring round the node they hang on, so that what is there stays where it is.

export interface Point {
  x: number;
  y: number;
}

/** `count` free places round `centre`, at least `gap` from all of `taken`; rings of growing radius, linear in what is drawn. */
export function freePlaces(centre: Point, taken: readonly Point[], count: number, gap = 120): Point[] {
  const cell = (point: Point): string => `${Math.floor(point.x / gap)}:${Math.floor(point.y / gap)}`;
  const grid = new Map<string, Point[]>();
  const put = (point: Point): void => {
    const key = cell(point);
    const list = grid.get(key);
    if (list) list.push(point);
    else grid.set(key, [point]);
  };
  taken.forEach(put);
  const free = (point: Point): boolean => {
    const [column, row] = [Math.floor(point.x / gap), Math.floor(point.y / gap)];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of grid.get(`${column + dx}:${row + dy}`) ?? [])
          if ((other.x - point.x) ** 2 + (other.y - point.y) ** 2 < gap * gap) return false;
    return true;
  };
  const found: Point[] = [];
  for (let radius = gap * 1.4; found.length < count; radius += gap * 0.9) {
    const slots = Math.max(6, Math.floor((2 * Math.PI * radius) / gap));
    for (let slot = 0; slot < slots && found.length < count; slot++) {
      const angle = (2 * Math.PI * slot) / slots + radius;
      const point = { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
      if (!free(point)) continue;
      put(point);
      found.push(point);
    }
  }
  return found;
}
