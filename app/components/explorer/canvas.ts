// One Cytoscape instance for the life of a view: elements are compared by id, what is there never moves on expand.
import cytoscape from "cytoscape";
import dagre from "cytoscape-dagre";
import fcose from "cytoscape-fcose";
import { isDark, type KindStyle } from "../shared/component";
import type { Evidence } from "../shared/evidence";
import { broken, svg } from "./drawing";
import { captions, places, settle, type Box, type Caption, type Segment } from "./room";
import { bent, routes } from "./route";
import { box, stylesheet, textWidth, type RelationStyle } from "./style";
import { fanned } from "./tree";

cytoscape.use(dagre);
cytoscape.use(fcose);

export interface GraphNode {
  id: string;
  kind: string;
  name: string;
  note: string;
  open: boolean;
  anchor: string;
  evidence: Evidence;
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  type: string;
  label: string;
  /** One of several that wait for each other. */
  cycle?: boolean;
  evidence: Evidence;
}

export interface Picture {
  nodes: GraphNode[];
  edges: GraphEdge[];
  kinds: Record<string, KindStyle>;
  relations: Record<string, RelationStyle>;
}

export type Layout = "force" | "layered" | "ring";
export const LAYOUTS: readonly Layout[] = ["force", "layered", "ring"];
const FONTS = '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';
// dagre blocks the page for half a minute at 2,000 nodes; above this the force layout stands in
const LAYERED_AT_MOST = 400;
// a fan of more is all rim and no middle: the force layout clusters what belongs together
const FANNED_AT_MOST = 70;
const CLEARED_AT_MOST = 400;
/** More edges than this and captions show only where the eye is. */
const CAPTIONS_AT_MOST = 120;
const CAPTIONS_OF_CHOSEN = 6;
const [PADDING, LEGEND, ZOOM_AT_MOST] = [30, 24, 1.25];

export class Canvas {
  readonly cy: cytoscape.Core;
  private readonly observer: ResizeObserver;
  private layout: Layout | "" = "";
  /** Edges go round the cards of the columns between. */
  private layered = false;
  private look = "";
  /** The user moved the picture: it is not framed anew behind their back. */
  private moved = false;

  constructor(private readonly host: HTMLElement, on: { pick(id: string): void; toggle(id: string): void; more(id: string): void }) {
    this.cy = cytoscape({ container: host, minZoom: 0.08, maxZoom: 3, boxSelectionEnabled: false });
    this.cy.on("tap", "node, edge", (event) => (event.target.data("kind") === "More" ? on.more(event.target.data("anchor")) : on.pick(event.target.id())));
    this.cy.on("tap", (event) => event.target === this.cy && on.pick(""));
    this.cy.on("dbltap", "node", (event) => event.target.data("kind") !== "More" && on.toggle(event.target.id()));
    this.cy.on("scrollzoom pinchzoom dragpan", () => (this.moved = true));
    this.cy.on("mouseover", "node, edge", (event) => (event.target.isNode() && event.target.connectedEdges().length > CAPTIONS_OF_CHOSEN ? event.target : this.around(event.target)).addClass("under"));
    this.cy.on("mouseout", "node, edge", () => this.cy.elements(".under").removeClass("under"));
    this.cy.on("dragfree", "node", () => {
      if (this.layered) this.route();
      this.caption();
    });
    this.observer = new ResizeObserver(() => {
      this.cy.resize();
      if (!this.moved) this.frame();
    });
    this.observer.observe(host);
  }

  /** Draw; `start` is the node in the middle of a first picture. What is there stays where it is. */
  show(picture: Picture, layout: Layout, start = ""): void {
    this.dress(picture);
    const wanted = new Set([...picture.nodes, ...picture.edges].map((one) => one.id));
    const fresh: string[] = [];
    const first = this.cy.nodes().empty();
    this.cy.batch(() => {
      this.cy.elements().filter((one) => !wanted.has(one.id())).remove();
      for (const node of picture.nodes) {
        const label = node.note ? `${node.name}\n${node.note}` : node.name;
        const shape = node.kind === "Group" || node.kind === "More" ? "card" : (picture.kinds[node.kind]?.shape ?? "card");
        const size = box(shape, label);
        const data = { ...node, label, ...size };
        const there = this.cy.getElementById(node.id);
        if (there.nonempty()) there.data(data);
        else {
          this.cy.add({ group: "nodes", data });
          fresh.push(node.id);
        }
      }
      for (const edge of picture.edges) if (this.cy.getElementById(edge.id).empty()) this.cy.add({ group: "edges", data: { mx: 0, my: 0, ...edge } });
    });
    if (first || layout !== this.layout) this.arrange(layout, start);
    else if (fresh.length) this.place(fresh);
    this.caption();
  }

  /** Hide kinds, and single nodes by id. */
  hide(hidden: ReadonlySet<string>): void {
    this.cy.batch(() => this.cy.nodes().forEach((node) => void node.toggleClass("off", hidden.has(node.data("kind")) || hidden.has(node.id()) || hidden.has(node.data("anchor")))));
  }

  choose(id: string): void {
    this.cy.elements(".near").removeClass("near");
    this.cy.$(":selected").unselect();
    if (!id) return;
    const chosen = this.cy.getElementById(id);
    chosen.select();
    // a busy node's captions would lie over each other: those show where the pointer is
    if (chosen.isEdge() || (chosen as cytoscape.CollectionReturnValue).connectedEdges().length <= CAPTIONS_OF_CHOSEN) this.around(chosen).addClass("near");
  }

  /** Light a way from thing to thing; the rest steps back. */
  light(ids: readonly string[]): void {
    this.cy.batch(() => {
      this.cy.elements().removeClass("way aside");
      if (ids.length < 2) return;
      const way = this.cy.nodes().filter((node) => ids.includes(node.id()));
      const edges = way.edgesWith(way).filter((edge) => Math.abs(ids.indexOf(edge.source().id()) - ids.indexOf(edge.target().id())) === 1);
      way.union(edges).addClass("way");
      this.cy.elements().difference(way.union(edges)).addClass("aside");
    });
  }

  fit(): void {
    this.moved = false;
    this.frame(true);
  }

  async picture(): Promise<Blob> {
    const ground = isDark(this.host) ? "#0e1117" : "#ffffff";
    return this.cy.png({ output: "blob-promise", full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: ground });
  }

  /** The same as SVG, for what will be printed. */
  drawing(): string {
    const shapes = this.cy.nodes(":visible").map((node) => ({
      ...node.position(), width: node.width(), height: node.height(), shape: String(node.style("shape")), fill: String(node.style("background-color")),
      stroke: String(node.style("border-color")), ink: String(node.style("color")), lines: broken(String(node.data("label")), Number(node.data("inner"))),
    }));
    const lines = this.cy.edges(":visible").map((edge) => ({
      from: { ...edge.sourceEndpoint() }, to: { ...edge.targetEndpoint() }, bends: this.bends(edge), stroke: String(edge.style("line-color")), width: Number(edge.numericStyle("width")),
      dash: { dashed: "6 4", dotted: "2 4" }[String(edge.style("line-style"))] ?? "", label: edge.hasClass("mute") ? "" : String(edge.data("label") ?? ""), off: { x: Number(edge.data("mx")), y: Number(edge.data("my")) },
    }));
    return svg(shapes, lines, isDark(this.host) ? "#0e1117" : "#ffffff", FONTS);
  }

  /** Positions of all nodes, rounded: what a test compares before and after an expand. */
  positions(): Record<string, [number, number]> {
    return Object.fromEntries(this.cy.nodes().map((node) => [node.id(), [Math.round(node.position("x")), Math.round(node.position("y"))]]));
  }

  destroy(): void {
    this.observer.disconnect();
    this.cy.destroy();
  }

  private dress(picture: Picture): void {
    const dark = isDark(this.host);
    const look = JSON.stringify([picture.kinds, picture.relations, dark]);
    if (look === this.look) return;
    this.look = look;
    this.cy.style(stylesheet(picture.kinds, picture.relations, dark, FONTS));
  }

  private around(one: cytoscape.SingularElementReturnValue): cytoscape.CollectionReturnValue {
    return (one.isNode() ? one.union(one.connectedEdges()) : one) as cytoscape.CollectionReturnValue;
  }

  /** All in sight, never larger than life. */
  private frame(slowly = false): void {
    const seen = this.cy.elements(":visible");
    if (seen.empty() || !this.cy.width()) return;
    const around = seen.boundingBox({ includeOverlays: false });
    const [width, height] = [this.cy.width(), this.cy.height()];
    const zoom = Math.max(this.cy.minZoom(), Math.min(ZOOM_AT_MOST, (width - 2 * PADDING) / Math.max(1, around.w), (height - 2 * PADDING - LEGEND) / Math.max(1, around.h)));
    const view = { zoom, pan: { x: width / 2 - zoom * (around.x1 + around.w / 2), y: (height - LEGEND) / 2 - zoom * (around.y1 + around.h / 2) } };
    if (slowly) this.cy.animate({ ...view, duration: 200 });
    else this.cy.viewport(view);
  }

  private arrange(layout: Layout, start: string): void {
    this.layout = layout;
    const size = this.cy.nodes().length;
    const common = { animate: false, fit: false };
    const run = (options: object): void => void this.cy.layout({ ...options, ...common } as cytoscape.LayoutOptions).run();
    const tangled = this.cy.edges().length > 1.8 * size;
    this.layered = layout === "layered" && size <= LAYERED_AT_MOST;
    if (this.layered) run({ name: "dagre", rankDir: "LR", nodeSep: 22, rankSep: 130 });
    else if (layout === "ring") run({ name: "concentric", concentric: (node: cytoscape.NodeSingular) => node.degree(false), levelWidth: () => 2, minNodeSpacing: 46 });
    else if (size <= FANNED_AT_MOST && !tangled) this.fan(start);
    else {
      run({ name: "fcose", quality: size > 600 ? "draft" : size > 120 ? "default" : "proof", randomize: true, idealEdgeLength: 130, nodeSeparation: 90, nodeRepulsion: 9000, gravity: 0.4, packComponents: true, nodeDimensionsIncludeLabels: true });
      if (size <= CLEARED_AT_MOST) this.clear();
    }
    this.route();
    this.moved = false;
    this.frame();
  }

  private route(): void {
    const edges = this.cy.edges().toArray() as cytoscape.EdgeSingular[];
    const { cards, ties } = this.boxes();
    const ways = this.layered ? routes(cards, ties) : [];
    this.cy.batch(() => edges.forEach((edge, index) => {
      const bends = ways[index] ?? [];
      edge.toggleClass("routed", bends.length > 0);
      if (bends.length) edge.data({ bends: bent(cards[ties[index]![0]]!, cards[ties[index]![1]]!, bends) });
    }));
  }

  /** The bends of an edge where it is drawn with any. */
  private bends(edge: cytoscape.EdgeSingular): { x: number; y: number }[] {
    return edge.hasClass("routed") ? ((edge.segmentPoints() as { x: number; y: number }[] | undefined) ?? []) : [];
  }

  /** Cards as boxes, and edges by the numbers of their ends. */
  private boxes(): { nodes: cytoscape.NodeSingular[]; cards: Box[]; ties: [number, number][] } {
    const nodes = this.cy.nodes().toArray() as cytoscape.NodeSingular[];
    const number = new Map(nodes.map((node, index) => [node.id(), index]));
    const cards = nodes.map((node) => ({ ...node.position(), width: Number(node.data("width")), height: Number(node.data("height")) }));
    return { nodes, cards, ties: this.cy.edges().map((edge) => [number.get(edge.source().id())!, number.get(edge.target().id())!]) };
  }

  private fan(start: string): void {
    const { nodes, cards, ties } = this.boxes();
    if (!nodes.length) return;
    const busiest = nodes.reduce((best, node, index) => (node.degree(false) > nodes[best]!.degree(false) ? index : best), 0);
    const named = nodes.findIndex((node) => node.id() === start);
    const at = fanned(cards, ties, named < 0 ? busiest : named, { width: this.cy.width() || 800, height: this.cy.height() || 700 });
    this.cy.batch(() => nodes.forEach((node, index) => void node.position(at[index]!)));
  }

  /** After a force layout: cards off each other and off the edges. */
  private clear(): void {
    const { nodes, cards, ties } = this.boxes();
    settle(cards, ties, () => false);
    this.cy.batch(() => nodes.forEach((node, index) => void node.position({ x: cards[index]!.x, y: cards[index]!.y })));
  }

  private place(fresh: readonly string[]): void {
    const isFresh = new Set(fresh);
    const byAnchor = new Map<string, string[]>();
    for (const id of fresh) {
      const neighbour = this.cy.getElementById(id).neighborhood("node").filter((node) => !isFresh.has(node.id()));
      const anchor = neighbour.nonempty() ? neighbour[0]!.id() : "";
      byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), id]);
    }
    const { nodes, cards, ties } = this.boxes();
    const there = cards.filter((_, index) => !isFresh.has(nodes[index]!.id()));
    const lines: Segment[] = ties.filter(([a, b]) => !isFresh.has(nodes[a]!.id()) && !isFresh.has(nodes[b]!.id())).map(([a, b]) => [cards[a]!, cards[b]!]);
    const middle = { x: 0, y: 0 };
    for (const card of there) [middle.x, middle.y] = [middle.x + card.x / there.length, middle.y + card.y / there.length];
    for (const [anchor, ids] of byAnchor) {
      const from = cards[nodes.findIndex((node) => node.id() === anchor)] ?? { ...middle, width: 1, height: 1 };
      const found = places(from, there, lines, ids.map((id) => this.cy.getElementById(id).data() as Box), middle);
      ids.forEach((id, index) => {
        const node = this.cy.getElementById(id);
        node.position(found[index]!);
        there.push({ ...found[index]!, width: Number(node.data("width")), height: Number(node.data("height")) });
        lines.push([from, found[index]!]);
      });
    }
    const seen = this.cy.extent();
    const outside = fresh.some((id) => {
      const at = this.cy.getElementById(id).position();
      return at.x < seen.x1 || at.x > seen.x2 || at.y < seen.y1 || at.y > seen.y2;
    });
    if (outside) this.frame(true);
  }

  /** Captions where they lie free; the others show when the pointer or the choice is at their edge. */
  private caption(): void {
    const { nodes, cards } = this.boxes();
    const number = new Map(nodes.map((node, index) => [node.id(), index]));
    const edges = this.cy.edges().filter((edge) => Boolean(edge.data("label"))).toArray() as cytoscape.EdgeSingular[];
    const wanted: Caption[] = edges.map((edge) => ({
      edge: middle(this.bends(edge)) ?? [cards[number.get(edge.source().id())!]!, cards[number.get(edge.target().id())!]!], width: textWidth(String(edge.data("label")), 11) + 8, height: 17,
    }));
    const found = edges.length > CAPTIONS_AT_MOST ? wanted.map(() => null) : captions(wanted, cards);
    this.cy.batch(() => edges.forEach((edge, index) => {
      const at = found[index] ?? null;
      edge.toggleClass("mute", !at);
      edge.data({ mx: at?.x ?? 0, my: at?.y ?? 0 });
    }));
  }
}

/** The piece of a bent way that its caption stands at: the one in its middle. */
function middle(bends: readonly { x: number; y: number }[]): Segment | null {
  const at = bends.length / 2;
  return bends.length ? [bends[at - 1]!, bends[at]!] : null;
}
