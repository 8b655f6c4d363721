import assert from "node:assert/strict";
import { test } from "node:test";
import { mounted, wanting, whole, type Sent } from "./held";

interface Data {
  held?: Record<string, string>;
  later?: string[];
  /** left out where only its digest comes */
  hints?: number[] | null;
}

function component(data: Data, asked: unknown[] = []): Sent {
  const setTriggerValue = (name: string, value: unknown): void => void asked.push([name, value]);
  return { data: new TextEncoder().encode(JSON.stringify(data)), parentElement: {} as HTMLElement, setStateValue: () => undefined, setTriggerValue };
}

const hints = (sent: Sent, lists: Map<string, unknown>): unknown => whole<Data>(sent, lists)?.data.hints;

test("what was sent once is there when only its digest comes", () => {
  const lists = new Map<string, unknown>();
  assert.deepEqual(hints(component({ held: { hints: "a" }, hints: [1] }), lists), [1]);
  assert.deepEqual(hints(component({ held: { hints: "a" } }), lists), [1]);
});

test("what is there is the same thing again; nothing can be sent too", () => {
  const lists = new Map<string, unknown>();
  const first = hints(component({ held: { hints: "a" }, hints: [1] }), lists);
  assert.equal(hints(component({ held: { hints: "a" }, hints: [1] }), lists), first);
  assert.equal(hints(component({ held: { hints: "n" }, hints: null }), lists), null);
  assert.equal(hints(component({ held: { hints: "n" } }), lists), null);
});

test("what is lost is asked for", () => {
  const asked: unknown[] = [];
  assert.equal(whole(component({ held: { hints: "b" } }, asked), new Map()), null);
  assert.deepEqual(asked, [["resend", "b"]]);
});

test("what comes later is empty till it is asked for, and stays once it is there", () => {
  const [asked, lists] = [[] as unknown[], new Map<string, unknown>()];
  const empty = whole<Data>(component({ held: { hints: "a" }, later: ["hints"] }, asked), lists)!;
  assert.deepEqual(empty.data.hints, []);
  wanting(empty)!();
  assert.deepEqual(asked, [["later", ["hints"]]]);
  const full = whole<Data>(component({ held: { hints: "a" }, later: ["hints"], hints: [1] }), lists)!;
  assert.deepEqual(full.data.hints, [1]);
  assert.equal(wanting(full), null);
  assert.equal(wanting(whole<Data>(component({ held: { hints: "a" }, later: ["hints"] }), lists)!), null);
});

test("only so much is kept, the oldest goes first", () => {
  const lists = new Map<string, unknown>();
  for (let at = 0; at < 40; at += 1) whole(component({ held: { hints: String(at) }, hints: [at] }), lists);
  assert.equal(lists.size, 32);
  assert.ok(lists.has("39") && !lists.has("0"));
});

test("a view is made once in its place, also where a call was overtaken, and anew after the place has gone", async () => {
  const done: string[] = [];
  const call = mounted<Data>(() => (done.push("made"), { update: () => done.push("updated"), destroy: () => done.push("gone") }));
  const sent = component({});
  const place = sent.parentElement as unknown as { isConnected: boolean };
  place.isConnected = true;
  const settled = (): Promise<void> => new Promise((then) => setTimeout(then, 5));
  call(sent)();
  const end = call(sent);
  await settled();
  assert.deepEqual(done, ["made", "updated", "updated"]);
  place.isConnected = false;
  end();
  await settled();
  call(sent);
  assert.deepEqual(done, ["made", "updated", "updated", "gone", "made", "updated"]);
});
