// What a candidate must download before the first question appears, and what must never be part of it.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budgetKb = 180;
const entry = "index.html";
const sitting = "src/features/sitting/sitting-page.tsx";
const forbidden = ["zod", "recharts", "d3-scale", "@mantine/charts", "@tiptap", "prosemirror", "katex"];

const dist = new URL("../dist/", import.meta.url);
const read = (file) => readFileSync(new URL(file, dist));
const manifest = JSON.parse(read(".vite/manifest.json"));
const modules = JSON.parse(read(".vite/modules.json"));

/** A chunk and everything it imports statically; dynamic imports are somebody else's wait. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  if (!manifest[key]) throw new Error(`The manifest has no ${key}: the sitting page must stay a chunk of its own.`);
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) closure(imported, seen);
  return seen;
}

// Fetched on the way there: the guard of full-screen pages, the test's player, and the words in the language being read.
const player = "src/features/sitting/test/test-player.tsx";
const words = ["src/app/layout/bare.tsx", "src/app/i18n/common.id.ts", "src/features/sitting/locale/id.ts"];
const keys = new Set([entry, sitting, player, ...words].flatMap((key) => [...closure(key)]));
const chunks = [...keys]
  .map((key) => ({ key, file: manifest[key].file, kb: gzipSync(read(manifest[key].file)).length / 1024 }))
  .sort((a, b) => b.kb - a.kb);
const totalKb = chunks.reduce((sum, chunk) => sum + chunk.kb, 0);

console.log("\nJavaScript before a candidate's first question (gzip):");
for (const { file, kb } of chunks) console.log(`${kb.toFixed(1).padStart(8)} kB  ${file}`);
console.log(`${totalKb.toFixed(1).padStart(8)} kB  in all; the budget is ${budgetKb} kB`);

let failed = false;
for (const { file } of chunks) {
  for (const name of forbidden) {
    const found = (modules[file] ?? []).find((id) => id.includes(`/node_modules/${name}/`) || id.includes(`/node_modules/${name}-`));
    if (found) {
      console.error(`${file} contains ${name} (${found.replace(/^.*node_modules\//, "")}).`);
      failed = true;
    }
  }
}
if (totalKb > budgetKb) {
  console.error(`Over the budget by ${(totalKb - budgetKb).toFixed(1)} kB.`);
  failed = true;
}
process.exit(failed ? 1 : 0);
