// npm run build: `NAME/main.ts` → `dist/NAME-HASH.js` for each component, and the licences of all that went in.
// What a component imports only when it is needed (`import("…")`) becomes a file of its own beside it. Names hold a hash
// of what is in the file: a page that stays open while the app is renewed never mixes old and new.
// A component's stylesheet is imported by its main.ts as text. Nothing is fetched from elsewhere when the app runs.
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
const inputs = new Set();
for (const name of entries()) {
  // one by one: what two components share is in both, so that each is there after one request
  const { metafile } = await build({
    entryPoints: { [name]: join(name, "main.ts") },
    outdir: "dist",
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    loader: { ".css": "text" },
    minify: true,
    legalComments: "none", // dist/licences.txt holds them, whole
    metafile: true,
    logLevel: "warning",
  });
  for (const input of Object.keys(metafile.inputs)) inputs.add(input);
  for (const [file, { bytes, entryPoint }] of Object.entries(metafile.outputs)) {
    console.log(`${file} ${Math.round(bytes / 1000)} KB${entryPoint ? ` ${entryPoint}` : ""}`);
  }
}
writeFileSync(join("dist", "licences.txt"), licences([...inputs]));
