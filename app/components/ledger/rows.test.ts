import assert from "node:assert/strict";
import { test } from "node:test";
import { counts, filtered, grouped, lacking, told, type Row } from "./rows";

const WORDS = { undated: "文中未定具体日期", no_deadline: "没有时限", lead: "牵头", support: "配合", no_section: "无章节" };
const row = (id: string, part: Partial<Row> = {}): Row => ({
  id, role: "lead", inherited: "", collective: "", text: `任务${id}`, spans: [], due: "", begin: "", side: "", owners: [], dueText: "", later: [], firm: true, targets: [], partners: [], links: [],
  waits: [], document: "甲文件", documentDate: "2024-01-01", section: "", evidence: { crumb: "", heading: "", before: "", text: "", after: "", spans: [], facts: [], links: [] },
  ...part,
});

test("dated groups come first by day, then the undated, then those without deadline", () => {
  const rows = [row("1"), row("2", { dueText: "X月底前" }), row("3", { due: "2024-12-31" }), row("4", { due: "2024-06-30" })];
  assert.deepEqual(grouped(rows, "deadline", WORDS).map((group) => group.title), ["2024-06-30", "2024-12-31", "文中未定具体日期", "没有时限"]);
});

test("a collective's obligations are counted and shown apart", () => {
  const rows = [row("1"), row("2", { role: "support" }), row("3", { collective: "各部门" })];
  assert.deepEqual(counts(rows), { all: 2, collective: 1, lead: 1, support: 1 });
  assert.deepEqual(filtered(rows, "all", "").map((one) => one.id), ["1", "2"]);
  assert.deepEqual(filtered(rows, "collective", "").map((one) => one.id), ["3"]);
});

test("words filter by text, document and partner", () => {
  const rows = [row("1", { partners: ["县财政局"] }), row("2", { text: "修路" })];
  assert.deepEqual(filtered(rows, "all", "财政").map((one) => one.id), ["1"]);
  assert.deepEqual(filtered(rows, "all", "修路").map((one) => one.id), ["2"]);
  assert.equal(filtered(rows, "all", "没有的字").length, 0);
});

test("roles are grouped from lead to supervise", () => {
  const rows = [row("1", { role: "support" }), row("2", { role: "lead" })];
  assert.deepEqual(grouped(rows, "role", WORDS).map((group) => group.title), ["牵头", "配合"]);
});

test("compared rows are grouped and filtered by whose they are", () => {
  const rows = [row("1", { side: "a" }), row("2", { side: "both" }), row("3", { side: "b", role: "support" })];
  const words = { side_a: "只有甲", side_b: "只有乙", side_both: "共有" };
  assert.deepEqual(grouped(rows, "side", words).map((group) => group.title), ["共有", "只有甲", "只有乙"]);
  assert.deepEqual(filtered(rows, "b", "").map((one) => one.id), ["3"]);
  assert.equal(counts(rows)["both"], 1);
});

test("the evidence of a row and its neighbours is asked for together, and only where it is lacking", () => {
  const rows = Array.from({ length: 60 }, (_, at) => row(String(at), { evidence: null }));
  assert.deepEqual(lacking(rows, "0", () => false), Array.from({ length: 17 }, (_, at) => String(at)));
  assert.equal(lacking(rows, "30", () => false).length, 23);
  assert.deepEqual(lacking(rows, "30", (id) => Number(id) < 40), []);
  assert.ok(lacking(rows, "38", (id) => Number(id) < 40).every((id) => Number(id) >= 40));
  assert.deepEqual(lacking(rows, "none", () => false), []);
  assert.deepEqual(lacking([row("1")], "1", () => false), []);
});

test("until its evidence is there a row tells its own words", () => {
  const one = told(row("1", { evidence: null, section: "一、工作任务" }));
  assert.deepEqual([one.text, one.crumb, one.heading], ["任务1", "甲文件 · 2024-01-01", "一、工作任务"]);
});
