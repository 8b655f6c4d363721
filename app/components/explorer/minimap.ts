// A small overview in the corner of a large view: where everything lies, what is in sight; a click goes there.
import type cytoscape from "cytoscape";

const [WIDTH, HEIGHT, PAD] = [168, 112, 8];
/** Below this everything is in sight anyway. */
const FROM = 30;

export class Minimap {
  readonly element = document.createElement("canvas");
  private box = { x1: 0, y1: 0, w: 1, h: 1 };
  private waiting = false;

  constructor(private readonly cy: cytoscape.Core, label: string) {
    this.element.width = WIDTH;
    this.element.height = HEIGHT;
    this.element.className = "minimap";
    this.element.hidden = true;
    this.element.setAttribute("aria-label", label);
    cy.on("viewport add remove position style", () => this.soon());
    this.element.addEventListener("pointerdown", (event) => this.go(event));
    this.element.addEventListener("pointermove", (event) => event.buttons && this.go(event));
  }

  private soon(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  private scale(): number {
    return Math.min((WIDTH - 2 * PAD) / Math.max(1, this.box.w), (HEIGHT - 2 * PAD) / Math.max(1, this.box.h));
  }

  private draw(): void {
    const nodes = this.cy.nodes(":visible");
    this.element.hidden = nodes.length < FROM;
    const pen = this.element.getContext("2d");
    if (this.element.hidden || !pen) return;
    this.box = nodes.boundingBox({});
    const scale = this.scale();
    pen.clearRect(0, 0, WIDTH, HEIGHT);
    nodes.forEach((node) => {
      const at = node.position();
      pen.fillStyle = String(node.style("background-color")) === "rgb(255,255,255)" ? String(node.style("border-color")) : String(node.style("background-color"));
      pen.fillRect(PAD + (at.x - this.box.x1) * scale - 1.5, PAD + (at.y - this.box.y1) * scale - 1.5, 3, 3);
    });
    const seen = this.cy.extent();
    pen.strokeStyle = "#1f5fa8";
    pen.strokeRect(PAD + (seen.x1 - this.box.x1) * scale, PAD + (seen.y1 - this.box.y1) * scale, seen.w * scale, seen.h * scale);
  }

  private go(event: PointerEvent): void {
    const scale = this.scale();
    const x = this.box.x1 + (event.offsetX - PAD) / scale;
    const y = this.box.y1 + (event.offsetY - PAD) / scale;
    const zoom = this.cy.zoom();
    this.cy.pan({ x: this.cy.width() / 2 - x * zoom, y: this.cy.height() / 2 - y * zoom });
  }
}
