import assert from "node:assert/strict";
import { test } from "node:test";
import { matching, type Hint } from "./search";

const hint = (name: string, ...keys: string[]): Hint => ({ id: name, name, note: "", keys });
const ALL = [hint("县住房和城乡建设局", "住建", "zhujian", "zj"), hint("县财政局", "财政", "caizheng", "cz"), hint("县住房保障中心", "zfbz")];

test("an alias, pinyin or initials find a body", () => {
  for (const query of ["住建", "zhujian", "ZJ"]) assert.equal(matching(ALL, query)[0]?.name, "县住房和城乡建设局");
});

test("the start of a name comes before its middle", () => {
  assert.deepEqual(matching(ALL, "县住房").map((one) => one.name), ["县住房和城乡建设局", "县住房保障中心"]);
});

test("nothing matches nothing", () => assert.deepEqual(matching(ALL, "统计"), []));
