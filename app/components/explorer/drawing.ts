// The picture as SVG text, drawn from positions and boxes: letters stay letters, so that Word and a browser can search them.

export interface Shape {
  x: number;
  y: number;
  width: number;
  height: number;
  shape: string;
  fill: string;
  stroke: string;
  ink: string;
  lines: string[];
}

export interface Line {
  from: { x: number; y: number };
  to: { x: number; y: number };
  bends?: readonly { x: number; y: number }[];
  stroke: string;
  width: number;
  dash: string;
  label: string;
  /** How far from its middle the caption lies. */
  off: { x: number; y: number };
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const round = (number: number): string => (Math.round(number * 10) / 10).toString();

function outline(shape: Shape): string {
  const { x, y, width, height } = shape;
  const look = `fill="${shape.fill}" stroke="${shape.stroke}" stroke-width="1.2"`;
  const [left, top, right, bottom] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  if (shape.shape === "ellipse") return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(width / 2)}" ry="${round(height / 2)}" ${look}/>`;
  if (shape.shape === "hexagon") {
    const points = [[left + width / 4, top], [right - width / 4, top], [right, y], [right - width / 4, bottom], [left + width / 4, bottom], [left, y]];
    return `<polygon points="${points.map((point) => point.map(round).join(",")).join(" ")}" ${look}/>`;
  }
  if (shape.shape.includes("diamond")) return `<polygon points="${round(x)},${round(top)} ${round(right)},${round(y)} ${round(x)},${round(bottom)} ${round(left)},${round(y)}" ${look}/>`;
  return `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="6" ${look}/>`;
}

/** Letters of a label broken to a width, as the canvas breaks them: Chinese letters are one em wide, others about half. */
export function broken(label: string, width: number, size = 13): string[] {
  const lines: string[] = [];
  for (const part of label.split("\n")) {
    let line = "";
    let ems = 0;
    for (const letter of part) {
      const wide = letter.charCodeAt(0) < 256 ? 0.56 : 1;
      if ((ems + wide) * size > width && line) {
        lines.push(line);
        [line, ems] = ["", 0];
      }
      line += letter;
      ems += wide;
    }
    lines.push(line);
  }
  return lines;
}

export function svg(shapes: readonly Shape[], lines: readonly Line[], ground: string, fonts: string): string {
  const pad = 30;
  const left = Math.min(0, ...shapes.map((one) => one.x - one.width / 2)) - pad;
  const top = Math.min(0, ...shapes.map((one) => one.y - one.height / 2)) - pad;
  const right = Math.max(0, ...shapes.map((one) => one.x + one.width / 2)) + pad;
  const bottom = Math.max(0, ...shapes.map((one) => one.y + one.height / 2)) + pad;
  const edges = lines.map((line) => {
    const bends = line.bends ?? [];
    const [one, other] = bends.length ? [bends[bends.length / 2 - 1]!, bends[bends.length / 2]!] : [line.from, line.to];
    const middle = { x: (one.x + other.x) / 2 + line.off.x, y: (one.y + other.y) / 2 + line.off.y };
    const label = line.label ? `<text x="${round(middle.x)}" y="${round(middle.y)}" font-size="11" fill="#6b7686" text-anchor="middle">${escape(line.label)}</text>` : "";
    if (bends.length) return `<polyline points="${[line.from, ...bends, line.to].map(({ x, y }) => `${round(x)},${round(y)}`).join(" ")}" fill="none" stroke-linejoin="round" stroke="${line.stroke}" stroke-width="${line.width}"${line.dash ? ` stroke-dasharray="${line.dash}"` : ""}/>${label}`;
    return `<line x1="${round(line.from.x)}" y1="${round(line.from.y)}" x2="${round(line.to.x)}" y2="${round(line.to.y)}" stroke="${line.stroke}" stroke-width="${line.width}"${line.dash ? ` stroke-dasharray="${line.dash}"` : ""}/>${label}`;
  });
  const nodes = shapes.map((shape) => {
    const first = shape.y - ((shape.lines.length - 1) * 17) / 2 + 5;
    const text = shape.lines.map((line, index) => `<text x="${round(shape.x)}" y="${round(first + index * 17)}" font-size="13" fill="${shape.ink}" text-anchor="middle">${escape(line)}</text>`);
    return outline(shape) + text.join("");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${round(left)} ${round(top)} ${round(right - left)} ${round(bottom - top)}" font-family="${escape(fonts)}"><rect x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(bottom - top)}" fill="${ground}"/>${edges.join("")}${nodes.join("")}</svg>`;
}
