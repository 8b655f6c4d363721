// How nodes and edges look: shapes and colours come from the schema, the ground from the page's theme.
import type cytoscape from "cytoscape";
import type { KindStyle } from "../shared/component";

export interface RelationStyle {
  caption: string;
  hint: string;
}

const SHAPES: Record<string, string> = {
  circle: "ellipse", card: "round-rectangle", "soft-card": "round-rectangle", hexagon: "hexagon", tag: "round-tag",
  ellipse: "ellipse", flag: "cut-rectangle", sheet: "rectangle", pin: "round-pentagon", pill: "round-rectangle",
};
const CARDS = new Set(["card", "soft-card", "pill"]);
const LETTER = 13;

/** Chinese letters are one em, others a bit more than half. */
export function textWidth(text: string, size = LETTER): number {
  let ems = 0;
  for (const letter of text) ems += letter.charCodeAt(0) < 256 ? 0.56 : 1;
  return ems * size;
}

/** The box of a node in pixels, large enough for its label; `inner` is the width its lines may have. */
export function box(shape: string, label: string): { width: number; height: number; inner: number } {
  const parts = label.split("\n");
  if (shape === "circle") {
    // the square inside a circle: its side is 0.7 of the width
    const side = Math.min(124, Math.max(62, 1.42 * Math.sqrt(parts.reduce((sum, part) => sum + textWidth(part), 0) * LETTER * 1.35) + 14));
    return { width: side, height: side, inner: side * 0.78 };
  }
  const slanted = shape === "hexagon" || shape === "tag" || shape === "pin" || shape === "ellipse";
  const edge = slanted ? 36 : shape === "pill" ? 28 : 18;
  const longest = Math.max(...parts.map((part) => textWidth(part)));
  const inner = Math.min(longest + (slanted ? 10 : 4), longest > 330 ? 156 : 122);
  const count = parts.reduce((sum, part) => sum + Math.max(1, Math.ceil((textWidth(part) + 2) / inner)), 0);
  return { width: Math.max(64, inner + edge), height: (slanted ? 22 : 16) + LETTER * 1.35 * count, inner };
}

export function stylesheet(kinds: Record<string, KindStyle>, relations: Record<string, RelationStyle>, dark: boolean, fonts: string): cytoscape.StylesheetJson {
  const ink = dark ? "#e6e9ee" : "#1b2330";
  const card = dark ? "#161b22" : "#ffffff";
  const quiet = dark ? "#6b7686" : "#9aa7b8";
  const accent = dark ? "#7db3f0" : "#1f5fa8";
  const bad = dark ? "#f97066" : "#b42318";
  const rules: unknown[] = [
    { selector: "node", style: { label: "data(label)", "font-family": fonts, "font-size": LETTER, "line-height": 1.3, color: ink, "text-wrap": "wrap",
      "text-overflow-wrap": "anywhere", "text-valign": "center", "text-halign": "center", width: "data(width)", height: "data(height)", "text-max-width": "data(inner)",
      "border-width": 1.2, "border-color": quiet, "background-color": card, "min-zoomed-font-size": 5 } },
    { selector: "edge", style: { width: 1.3, "text-margin-x": "data(mx)", "text-margin-y": "data(my)",  "line-color": quiet, "target-arrow-color": quiet, "target-arrow-shape": "triangle", "arrow-scale": 0.8, "curve-style": "bezier", "control-point-step-size": 30,
      label: "data(label)", "font-family": fonts, "font-size": 11, color: ink, "text-background-color": card, "text-background-opacity": 0.85, "text-background-padding": "2px", "min-zoomed-font-size": 8 } },
  ];
  for (const [kind, style] of Object.entries(kinds)) {
    const colour = dark ? style.dark : style.light;
    const look = CARDS.has(style.shape) ? { "background-color": card, "border-color": colour, color: style.shape === "pill" ? colour : ink, ...(style.shape === "pill" ? { "corner-radius": "18px" } : {}) } : { "background-color": colour, "border-color": colour, color: dark ? "#0e1117" : "#ffffff" };
    rules.push({ selector: `node[kind="${kind}"]`, style: { shape: SHAPES[style.shape] ?? "ellipse", ...look } });
  }
  for (const [type, style] of Object.entries(relations)) {
    if (style.hint === "thick") rules.push({ selector: `edge[type="${type}"]`, style: { width: 2.6, "line-color": accent, "target-arrow-color": accent } });
    if (style.hint === "dashed") rules.push({ selector: `edge[type="${type}"]`, style: { "line-style": "dashed" } });
    if (style.hint === "dotted") rules.push({ selector: `edge[type="${type}"]`, style: { "line-style": "dotted" } });
    if (style.hint === "arrow") rules.push({ selector: `edge[type="${type}"]`, style: { width: 1.8, "line-color": dark ? "#d9a07e" : "#8a4b2a", "target-arrow-color": dark ? "#d9a07e" : "#8a4b2a" } });
  }
  rules.push(
    { selector: 'node[kind="More"]', style: { shape: "round-rectangle", "background-color": card, "border-style": "dashed", "border-color": quiet, color: dark ? "#a8b3c2" : "#5b6470" } },
    { selector: 'node[kind="Group"]', style: { shape: "round-rectangle", "background-color": dark ? "#1b2a3f" : "#e8f0fa", "border-style": "double", "border-width": 4, "border-color": accent, color: ink } },
    { selector: 'edge[type="MORE"], edge[type="GROUP"]', style: { "line-style": "dotted", "target-arrow-shape": "none", label: "" } },
    { selector: "node[?open]", style: { "border-width": 4, "border-opacity": 0.45, "border-color": accent } },
    { selector: "edge.routed", style: { "curve-style": "round-segments", "edge-distances": "node-position", "segment-radii": 14, "segment-weights": (edge: cytoscape.EdgeSingular) => edge.data("bends").weights, "segment-distances": (edge: cytoscape.EdgeSingular) => edge.data("bends").distances } },
    { selector: "edge.mute", style: { "text-opacity": 0, "text-background-opacity": 0 } },
    { selector: "edge[?cycle]", style: { width: 2.4, "line-color": bad, "target-arrow-color": bad, color: bad } },
    { selector: ".aside", style: { opacity: 0.28 } },
    { selector: "edge.way", style: { width: 3.6, "line-color": accent, "target-arrow-color": accent } },
    { selector: "node.way", style: { "border-width": 3.5, "border-color": accent, "border-opacity": 1 } },
    { selector: "edge.near, edge.under", style: { width: 2.8, "text-opacity": 1, "text-background-opacity": 0.95, "z-index": 9, opacity: 1 } },
    { selector: ".off", style: { display: "none" } },
    { selector: ":selected", style: { "overlay-color": accent, "overlay-opacity": 0.16, "overlay-padding": 6 } },
  );
  return rules as cytoscape.StylesheetJson;
}
