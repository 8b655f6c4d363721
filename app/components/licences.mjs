// The licences of the packages that a bundle holds; a licence that is not on the list stops the build.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ALLOWED = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"]);

/** Folder of the package a bundled file comes from, null for our own files. */
export function packageFolder(input) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match ? match[1] : null;
}

function licenceText(folder) {
  const name = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one));
  return name ? readFileSync(join(folder, name), "utf8").trim() : "(the package has no licence file)";
}

/** One section for each package: name, version, licence, its text. */
export function licences(inputs) {
  const folders = [...new Set(inputs.map(packageFolder))].filter((one) => one !== null && existsSync(join(one, "package.json")));
  return folders
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      if (!ALLOWED.has(license)) {
        throw new Error(`${name} ${version} has the licence ${license}: use another package, or add it to licences.mjs after reading it`);
      }
      return `${name} ${version} (${license})\n\n${licenceText(folder)}\n`;
    })
    .join("\n" + "-".repeat(78) + "\n\n");
}
