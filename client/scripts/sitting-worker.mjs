// Writes dist/sitting-worker.js: the worker with the names of the files that every candidate may need, whatever happens during an attempt.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** Not for candidates, or before the attempt only, or large and for some papers only: those are kept when a page fetches them. */
const aside = [/^src\/features\/(?!sitting\/)/, /^src\/app\/layout\/(staff-layout|account-menu-items)\./, /^src\/app\/home/, /^src\/(features\/sitting\/before-the-day|ui\/device-check)\//, /^src\/features\/sitting\/case\/(rich-editor|case-player)\./, /^src\/ui\/block-chart\./];

const dist = new URL("../dist/", import.meta.url);
const read = (file) => readFileSync(new URL(file, dist));
const manifest = JSON.parse(read(".vite/manifest.json"));

const followed = new Set();
const files = new Set();
function follow(key) {
  if (followed.has(key)) return;
  followed.add(key);
  const { file, css = [], assets = [], imports = [], dynamicImports = [] } = manifest[key];
  for (const name of [file, ...css, ...assets]) files.add(`/${name}`);
  for (const next of [...imports, ...dynamicImports.filter((one) => !aside.some((pattern) => pattern.test(one)))]) follow(next);
}
follow("index.html");

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const worker = readFileSync(new URL("sitting-worker.js", import.meta.url), "utf8");
const pageDigest = sha256(read("index.html"));
const list = [...files].sort();
const version = sha256([pageDigest, worker, ...list].join("\n")).slice(0, 16);
writeFileSync(new URL("sitting-worker.js", dist), [`const version = ${JSON.stringify(version)};`, `const pageDigest = ${JSON.stringify(pageDigest)};`, `const files = ${JSON.stringify(list)};`, worker].join("\n"));

const kept = list.reduce((sum, name) => sum + (/\.(js|css)$/.test(name) ? gzipSync(read(name.slice(1)), { level: 9 }).length : read(name.slice(1)).length), 0);
console.log(`Kept for a sitting without a line: ${list.length} files, ${(kept / 1000).toFixed(0)} kB as they travel.`);
