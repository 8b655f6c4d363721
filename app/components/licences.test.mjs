import assert from "node:assert/strict";
import { test } from "node:test";
import { licences, packageFolder } from "./licences.mjs";

test("a bundled file belongs to its innermost package, our own to none", () => {
  assert.equal(packageFolder("node_modules/cytoscape/dist/cytoscape.esm.mjs"), "node_modules/cytoscape");
  assert.equal(packageFolder("node_modules/@scope/name/index.js"), "node_modules/@scope/name");
  assert.equal(packageFolder("node_modules/a/node_modules/b/i.js"), "node_modules/a/node_modules/b");
  assert.equal(packageFolder("graph/main.ts"), null);
});

test("each package stands once, with its licence and the licence's text", () => {
  const text = licences(["node_modules/cytoscape/a.js", "node_modules/cytoscape/b.js", "graph/main.ts"]);
  assert.equal(text.match(/^cytoscape \d/gm)?.length, 1);
  assert.match(text, /\(MIT\)/);
  assert.match(text, /Permission is hereby granted/);
});
