// npm test: every `*.test.ts` and `*.test.mjs` here; TypeScript is bundled first, so that Node 20 can run it.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { build } from "esbuild";

const OUT = join("node_modules", ".cache", "tests");
const NOT_OURS = new Set(["node_modules", "dist"]);

const tests = readdirSync(".", { recursive: true })
  .filter((one) => /\.test\.(ts|mjs)$/.test(one) && !NOT_OURS.has(one.split(sep)[0]))
  .sort();
rmSync(OUT, { recursive: true, force: true });
await build({
  entryPoints: tests,
  outbase: ".",
  outdir: OUT,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  loader: { ".css": "text" },
  logLevel: "warning",
});
const files = tests.map((one) => join(OUT, one.replace(/\.(ts|mjs)$/, ".mjs")));
const { status } = spawnSync(process.execPath, ["--test", "--test-reporter=spec", ...files], { stdio: "inherit" });
process.exit(status ?? 1);
