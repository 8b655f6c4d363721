import assert from "node:assert/strict";
import { test } from "node:test";
import { byReason } from "./left";

test("sentences stand under their reason, the most frequent first", () => {
  const left = [
    { start: 0, end: 2, reason: "标题", cue: "" },
    { start: 3, end: 5, reason: "背景", cue: "已" },
    { start: 6, end: 8, reason: "背景", cue: "" },
  ];
  const groups = byReason("𠮷乙\n丙丁\n戊己", left);
  assert.deepEqual(groups.map((one) => [one.reason, one.sentences.map((each) => each.text)]), [["背景", ["丙丁", "戊己"]], ["标题", ["𠮷乙"]]]);
});

test("what holds only blanks is no sentence", () => assert.deepEqual(byReason("  \n", [{ start: 0, end: 2, reason: "x", cue: "" }]), []));
