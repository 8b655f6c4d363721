import assert from "node:assert/strict";
import { test } from "node:test";
import { said } from "./words";

test("a caption takes its values, and the word that goes with their number", () => {
  assert.equal(said("{n} {n|item|items}", { n: 1 }), "1 item");
  assert.equal(said("{n} {n|item|items}", { n: 0 }), "0 items");
  assert.equal(said("{n} {n|item|items} of {all}", { n: "1,021", all: 2 }), "1,021 items of 2");
  assert.equal(said("第 {n} 项", { n: 3 }), "第 3 项");
  assert.equal(said("{who} $&", { n: 3 }), "{who} $&");
});
