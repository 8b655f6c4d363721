import assert from "node:assert/strict";
import { test } from "node:test";
import type { Component } from "./component";
import { whole } from "./held";

interface Data {
  held?: Record<string, string>;
  /** as JSON when it comes, a list when it is whole */
  hints: string | number[] | null;
}

function component(data: Data, asked: unknown[] = []): Component<Data> {
  return { data, parentElement: null as unknown as HTMLElement, setStateValue: () => undefined, setTriggerValue: (name, value) => asked.push([name, value]) };
}

test("what was sent once is there when only its digest comes", () => {
  const lists = new Map<string, unknown>();
  assert.deepEqual(whole(component({ held: { hints: "a" }, hints: "[1]" }), lists)?.data.hints, [1]);
  assert.deepEqual(whole(component({ held: { hints: "a" }, hints: null }), lists)?.data.hints, [1]);
});

test("what is there is the same thing again; nothing can be sent too", () => {
  const lists = new Map<string, unknown>();
  const first = whole(component({ held: { hints: "a" }, hints: "[1]" }), lists)?.data.hints;
  assert.equal(whole(component({ held: { hints: "a" }, hints: "[1]" }), lists)?.data.hints, first);
  assert.equal(whole(component({ held: { hints: "n" }, hints: "null" }), lists)?.data.hints, null);
  assert.equal(whole(component({ held: { hints: "n" }, hints: null }), lists)?.data.hints, null);
});

test("what is lost is asked for", () => {
  const asked: unknown[] = [];
  assert.equal(whole(component({ held: { hints: "b" }, hints: null }, asked), new Map()), null);
  assert.deepEqual(asked, [["resend", "b"]]);
});

test("only so much is kept, the oldest goes first", () => {
  const lists = new Map<string, unknown>();
  for (let at = 0; at < 40; at += 1) whole(component({ held: { hints: String(at) }, hints: `[${at}]` }), lists);
  assert.equal(lists.size, 24);
  assert.ok(lists.has("39") && !lists.has("0"));
});
