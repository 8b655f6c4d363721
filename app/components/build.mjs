// npm run build: one bundle for each component, `NAME/main.ts` → `dist/NAME.js`, and the licences of all that went in.
// A component's stylesheet is imported by its main.ts as text. Nothing is fetched when the app runs.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { licences } from "./licences.mjs";

const NOT_COMPONENTS = new Set(["node_modules", "dist"]);

function entries(folder = ".") {
  return readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory() && !NOT_COMPONENTS.has(one.name) && existsSync(join(folder, one.name, "main.ts")))
    .map((one) => one.name)
    .sort();
}

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist", { recursive: true });
const made = await build({
  entryPoints: Object.fromEntries(entries().map((name) => [name, join(name, "main.ts")])),
  outdir: "dist",
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  loader: { ".css": "text" },
  minify: true,
  legalComments: "none", // dist/licences.txt holds them, whole
  metafile: true,
  logLevel: "warning",
});
writeFileSync(join("dist", "licences.txt"), licences(Object.keys(made.metafile.inputs)));
for (const [file, { bytes }] of Object.entries(made.metafile.outputs)) {
  console.log(`${file} ${Math.round(bytes / 1000)} KB`);
}
