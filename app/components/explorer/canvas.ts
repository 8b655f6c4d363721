// One Cytoscape instance for the life of a view: elements are compared by id, what is there never moves on expand.
import cytoscape from "cytoscape";
import dagre from "cytoscape-dagre";
import fcose from "cytoscape-fcose";
import { isDark, type KindStyle } from "../shared/component";
import type { Evidence } from "../shared/evidence";
import { broken, svg } from "./drawing";
import { freePlaces } from "./place";
import { box, stylesheet, type RelationStyle } from "./style";

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

export class Canvas {
  readonly cy: cytoscape.Core;
  private readonly observer: ResizeObserver;
  private layout: Layout | "" = "";
  private look = "";

  constructor(private readonly host: HTMLElement, on: { pick(id: string): void; toggle(id: string): void; more(id: string): void }) {
    this.cy = cytoscape({ container: host, minZoom: 0.08, maxZoom: 3, boxSelectionEnabled: false });
    this.cy.on("tap", "node, edge", (event) => (event.target.data("kind") === "More" ? on.more(event.target.data("anchor")) : on.pick(event.target.id())));
    this.cy.on("tap", (event) => event.target === this.cy && on.pick(""));
    this.cy.on("dbltap", "node", (event) => event.target.data("kind") !== "More" && on.toggle(event.target.id()));
    this.observer = new ResizeObserver(() => this.cy.resize());
    this.observer.observe(host);
  }

  show(picture: Picture, layout: Layout): void {
    this.dress(picture);
    const wanted = new Set([...picture.nodes, ...picture.edges].map((one) => one.id));
    const fresh: string[] = [];
    const first = this.cy.nodes().empty();
    this.cy.batch(() => {
      this.cy.elements().filter((one) => !wanted.has(one.id())).remove();
      for (const node of picture.nodes) {
        const label = node.note ? `${node.name}\n${node.note}` : node.name;
        const shape = picture.kinds[node.kind]?.shape ?? "card";
        const size = box(shape, label);
        const data = { ...node, label, ...size, inner: size.width - (shape === "hexagon" || shape === "tag" ? 30 : 12) };
        const there = this.cy.getElementById(node.id);
        if (there.nonempty()) there.data(data);
        else {
          this.cy.add({ group: "nodes", data });
          fresh.push(node.id);
        }
      }
      for (const edge of picture.edges) if (this.cy.getElementById(edge.id).empty()) this.cy.add({ group: "edges", data: { ...edge } });
    });
    if (first || layout !== this.layout) this.arrange(layout);
    else if (fresh.length) this.place(fresh);
  }

  hide(kinds: ReadonlySet<string>): void {
    this.cy.batch(() => this.cy.nodes().forEach((node) => void node.toggleClass("off", kinds.has(node.data("kind")))));
  }

  choose(id: string): void {
    this.cy.$(":selected").unselect();
    if (id) this.cy.getElementById(id).select();
  }

  fit(): void {
    this.cy.animate({ fit: { eles: this.cy.elements(":visible"), padding: 40 }, duration: 200 });
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
      from: { ...edge.sourceEndpoint() }, to: { ...edge.targetEndpoint() }, stroke: String(edge.style("line-color")), width: Number(edge.numericStyle("width")),
      dash: { dashed: "6 4", dotted: "2 4" }[String(edge.style("line-style"))] ?? "", label: String(edge.data("label") ?? ""),
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

  private arrange(layout: Layout): void {
    this.layout = layout;
    const size = this.cy.nodes().length;
    const common = { animate: false, fit: true, padding: 40 };
    const options =
      layout === "layered" && size <= LAYERED_AT_MOST ? { name: "dagre", rankDir: "LR", nodeSep: 22, rankSep: 110, ...common }
      : layout === "ring" ? { name: "concentric", concentric: (node: cytoscape.NodeSingular) => node.degree(false), levelWidth: () => 2, minNodeSpacing: 46, ...common }
      : { name: "fcose", quality: size > 600 ? "draft" : "proof", randomize: true, idealEdgeLength: 150, nodeSeparation: 110, nodeRepulsion: 14000, packComponents: true, nodeDimensionsIncludeLabels: true, ...common };
    this.cy.layout(options as cytoscape.LayoutOptions).run();
  }

  private place(fresh: readonly string[]): void {
    const isFresh = new Set(fresh);
    const byAnchor = new Map<string, string[]>();
    for (const id of fresh) {
      const neighbour = this.cy.getElementById(id).neighborhood("node").filter((node) => !isFresh.has(node.id()));
      const anchor = neighbour.nonempty() ? neighbour[0]!.id() : "";
      byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), id]);
    }
    const taken = this.cy.nodes().filter((node) => !isFresh.has(node.id())).toArray().map((node) => ({ ...(node as cytoscape.NodeSingular).position() }));
    for (const [anchor, ids] of byAnchor) {
      const centre = anchor ? { ...this.cy.getElementById(anchor).position() } : { x: 0, y: 0 };
      const places = freePlaces(centre, taken, ids.length, 150);
      ids.forEach((id, index) => void this.cy.getElementById(id).position(places[index]!));
      taken.push(...places);
    }
  }
}
