import assert from "node:assert/strict";
import { test } from "node:test";
import { picture, spread, TASK, THING } from "./graph";
import type { Row } from "./rows";

const link = (name: string, kind = "Body", role = "support") => ({ name, kind, role, href: "" });
const row = (id: string, ...links: ReturnType<typeof link>[]): Row => ({ id, role: "lead", inherited: "", links }) as unknown as Row;

test("a body shared by two tasks is drawn once, between them", () => {
  const found = picture([row("1", link("甲局")), row("2"), row("3", link("甲局", "Body", "lead"), link("东溪", "Project", ""))], 24);
  assert.deepEqual(found.things.map((one) => [one.name, one.of]), [["甲局", ["1", "3"]], ["东溪", ["3"]]]);
  assert.equal(found.things[0]!.y, TASK + (TASK - THING) / 2);
  assert.deepEqual(found.lines.filter((one) => one.to === "Body:甲局").map((one) => one.role), ["support", "lead"]);
  assert.equal(found.rest, 0);
});

test("only so many tasks are drawn, the rest is counted", () => {
  const found = picture(Array.from({ length: 30 }, (_, index) => row(String(index))), 24);
  assert.equal(found.tasks.length, 24);
  assert.equal(found.rest, 6);
});

test("nothing to draw is no error", () => assert.equal(picture([], 24).tasks.length, 0));

test("things keep their distance and their order", () => {
  const found = spread([10, 10, 12, 200], 30);
  for (let i = 1; i < 3; i++) assert.ok(found[i]! - found[i - 1]! >= 30);
  assert.equal(found[3], 200);
  assert.ok(Math.min(...found) >= 0);
});

test("what does not fit below moves up again", () => {
  const found = spread([90, 90, 90, 90], 30);
  assert.deepEqual([...found].sort((a, b) => a - b), [0, 30, 60, 90]);
});
