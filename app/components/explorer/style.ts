// How nodes and edges look: shapes and colours come from the schema, the ground from the page's theme.
import type cytoscape from "cytoscape";
import type { KindStyle } from "../shared/component";

export interface RelationStyle {
  caption: string;
  hint: string;
}

const SHAPES: Record<string, string> = {
  circle: "ellipse", card: "round-rectangle", "soft-card": "round-rectangle", hexagon: "hexagon", tag: "round-tag",
  ellipse: "ellipse", flag: "cut-rectangle", sheet: "rectangle", pin: "round-pentagon", diamond: "round-diamond",
};
const CARDS = new Set(["card", "soft-card"]);
const LETTER = 13;

/** Lines that a label takes in a box `width` wide: Chinese letters are one em, others a bit more than half. */
function lines(label: string, width: number): number {
  let ems = 0;
  for (const letter of label) ems += letter.charCodeAt(0) < 256 ? 0.56 : 1;
  return Math.max(1, Math.ceil((ems * LETTER) / width));
}

/** The box of a node in pixels, wide enough for its label. */
export function box(shape: string, label: string): { width: number; height: number } {
  if (shape === "circle") {
    const side = Math.min(112, 44 + 9 * Math.sqrt(Array.from(label).length) * 2.2);
    return { width: side, height: side };
  }
  const width = shape === "ellipse" || shape === "flag" ? 104 : 138;
  const inner = shape === "hexagon" || shape === "tag" || shape === "diamond" || shape === "pin" ? width - 34 : width - 16;
  return { width, height: 18 + LETTER * 1.35 * label.split("\n").reduce((sum, line) => sum + lines(line, inner), 0) };
}

export function stylesheet(kinds: Record<string, KindStyle>, relations: Record<string, RelationStyle>, dark: boolean, fonts: string): cytoscape.StylesheetJson {
  const ink = dark ? "#e6e9ee" : "#1b2330";
  const card = dark ? "#161b22" : "#ffffff";
  const quiet = dark ? "#6b7686" : "#9aa7b8";
  const accent = dark ? "#7db3f0" : "#1f5fa8";
  const rules: unknown[] = [
    { selector: "node", style: { label: "data(label)", "font-family": fonts, "font-size": LETTER, "line-height": 1.3, color: ink, "text-wrap": "wrap",
      "text-overflow-wrap": "anywhere", "text-valign": "center", "text-halign": "center", width: "data(width)", height: "data(height)", "text-max-width": "data(inner)",
      "border-width": 1.2, "border-color": quiet, "background-color": card, "min-zoomed-font-size": 5 } },
    { selector: "edge", style: { width: 1.3, "line-color": quiet, "target-arrow-color": quiet, "target-arrow-shape": "triangle", "arrow-scale": 0.8, "curve-style": "bezier",
      label: "data(label)", "font-family": fonts, "font-size": 11, color: ink, "text-background-color": card, "text-background-opacity": 0.85, "text-background-padding": "2px", "min-zoomed-font-size": 8 } },
  ];
  for (const [kind, style] of Object.entries(kinds)) {
    const colour = dark ? style.dark : style.light;
    const look = CARDS.has(style.shape) ? { "background-color": card, "border-color": colour, color: ink } : { "background-color": colour, "border-color": colour, color: dark ? "#0e1117" : "#ffffff" };
    rules.push({ selector: `node[kind="${kind}"]`, style: { shape: SHAPES[style.shape] ?? "ellipse", ...look } });
  }
  for (const [type, style] of Object.entries(relations)) {
    if (style.hint === "thick") rules.push({ selector: `edge[type="${type}"]`, style: { width: 2.6, "line-color": accent, "target-arrow-color": accent } });
    if (style.hint === "dashed") rules.push({ selector: `edge[type="${type}"]`, style: { "line-style": "dashed" } });
    if (style.hint === "dotted") rules.push({ selector: `edge[type="${type}"]`, style: { "line-style": "dotted" } });
    if (style.hint === "arrow") rules.push({ selector: `edge[type="${type}"]`, style: { width: 1.8, "line-color": dark ? "#d9a07e" : "#8a4b2a", "target-arrow-color": dark ? "#d9a07e" : "#8a4b2a" } });
  }
  rules.push(
    { selector: 'node[kind="More"]', style: { shape: "round-rectangle", "background-color": card, "border-style": "dashed", "border-color": quiet, color: quiet } },
    { selector: 'edge[type="MORE"]', style: { "line-style": "dotted", "target-arrow-shape": "none", label: "" } },
    { selector: "node[?open]", style: { "border-width": 4, "border-opacity": 0.45, "border-color": accent } },
    { selector: ".off", style: { display: "none" } },
    { selector: ":selected", style: { "overlay-color": accent, "overlay-opacity": 0.16, "overlay-padding": 6 } },
  );
  return rules as cytoscape.StylesheetJson;
}
