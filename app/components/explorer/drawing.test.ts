import assert from "node:assert/strict";
import { test } from "node:test";
import { broken, svg } from "./drawing";

test("labels break at the box, Chinese letters being twice as wide", () => {
  assert.deepEqual(broken("县住房和城乡建设局", 13 * 5), ["县住房和城", "乡建设局"]);
  assert.deepEqual(broken("甲\n乙", 100), ["甲", "乙"]);
});

test("what stands in a name is never markup", () => {
  const made = svg([{ x: 0, y: 0, width: 100, height: 40, shape: "rectangle", fill: "#fff", stroke: "#000", ink: "#000", lines: ["<script>&"] }], [], "#fff", "sans");
  assert.ok(!made.includes("<script>"));
  assert.ok(made.includes("&#60;script&#62;&#38;"));
});

test("the picture holds everything", () => {
  const shape = { x: 500, y: -300, width: 100, height: 40, shape: "hexagon", fill: "#fff", stroke: "#000", ink: "#000", lines: ["甲"] };
  const [, left, top, width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg([shape], [], "#fff", "sans"))!.map(Number);
  assert.ok(left! <= 450 && top! <= -320 && left! + width! >= 550 && top! + height! >= -280);
});

test("a caption stands where the canvas has it", () => {
  const line = { from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, stroke: "#000", width: 1, dash: "", label: "牵头", off: { x: -20, y: 5 } };
  assert.match(svg([], [line], "#fff", "sans"), /<text x="30" y="5"[^>]*>牵头/);
});
