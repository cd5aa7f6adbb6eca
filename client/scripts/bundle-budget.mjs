/*
 * What a candidate downloads before the first question can be answered, and what must never be part of it. Printed by every build, which fails past the budget.
 *
 * How it is counted: from index.html along every static and dynamic import, as Vite's manifest lists them, so a new chunk
 * on the way counts without being named here. What a candidate does not need on the way is named in `aside`, and
 * the places on the way in `stations`: a name that no longer fits anything fails the build. The way is the longest one: sign in with a
 * one-time password, change it, home, lobby, privacy notice, waiting room, first question of a test;
 * in Indonesian, with an empty cache. A kB is 1,000 bytes; each file is compressed by itself,
 * as the server sends it. The socket's code is fetched while the attempt is opened over HTTP, by which the first answers are saved
 * as well (J10), and the rarer interactions in the waiting room, so no question waits for them; they are printed beside the sum.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budgetKb = 180;

/** Dynamic imports that are not followed. */
const aside = [
  { what: "other readers' features", key: /^src\/features\/(?!sign-in\/|sitting\/)/ },
  { what: "the staff's layout", key: /^src\/app\/layout\/staff-layout\./ },
  { what: "the language that is not read", key: /(\/locale\/|common\.)en\.ts$/ },
  { what: "the other instruments", key: /^src\/features\/sitting\/(case|in-basket|form)\// },
  { what: "what comes after the first answer", key: /^src\/features\/sitting\/work\/(warm-up\.|review\.|finished-page\.|locale\/)/ },
  { what: "what troubles bring up", key: /^src\/features\/sitting\/work\/(elsewhere|other-device|kept-notices|leaving|troubles|proctor-messages)\./ },
  { what: "what the account menu opens", key: /^src\/app\/layout\/account-menu-items\./ },
  { what: "receipts, and the file for a line that does not come back", key: /^src\/features\/sitting\/proof\// },
  { what: "what is tried before the day", key: /^src\/(features\/sitting\/before-the-day|ui\/device-check)\// },
  { what: "what is kept for a page without a line", key: /^src\/(browser\/kept-attempt|features\/sitting\/offline\/attempt-keeper)\./ },
  { what: "what only a sitting in Safe Exam Browser asks for", key: /^src\/features\/sitting\/safe-browser\// },
  { what: "the socket", key: /^src\/api\/socket\./ },
  { what: "charts and pictures", key: /^src\/ui\/block-(chart|image)\./ },
  { what: "the other interactions, sections, and what a reader or a paper asks for", key: /^src\/features\/sitting\/(interactions|sections|comforts)\// },
];

/** Modules that must be among what was counted, or the count has lost its way. */
const stations = [
  "client/src/features/sign-in/sign-in-page.tsx",
  "client/src/features/sign-in/password-page.tsx",
  "client/src/app/layout/candidate-layout.tsx",
  "client/src/app/home.tsx",
  "client/src/features/sitting/home-card.tsx",
  "client/src/app/i18n/common.id.ts",
  "client/src/features/sign-in/locale/id.ts",
  "client/src/features/sitting/locale/id.ts",
  "client/src/features/sitting/lobby/lobby-page.tsx",
  "client/src/features/sitting/lobby/notice-page.tsx",
  "client/src/features/sitting/lobby/waiting-room.tsx",
  "client/src/features/sitting/sitting-page.tsx",
  "client/src/features/sitting/test/test-player.tsx",
];

const forbidden = ["zod", "recharts", "d3-scale", "@mantine/charts", "@tiptap", "prosemirror", "katex"];

const dist = new URL("../dist/", import.meta.url);
const read = (file) => readFileSync(new URL(file, dist));
const manifest = JSON.parse(read(".vite/manifest.json"));
const modules = JSON.parse(read(".vite/modules.json"));
const problems = [];

const unused = new Set(aside);
function isAside(key) {
  const reason = aside.find((one) => one.key.test(key));
  unused.delete(reason);
  return reason !== undefined;
}

const counted = new Set();
function follow(key) {
  if (counted.has(key)) return;
  if (!manifest[key]) throw new Error(`The manifest has no ${key}.`);
  counted.add(key);
  const { imports = [], dynamicImports = [] } = manifest[key];
  for (const next of [...imports, ...dynamicImports.filter((one) => !isAside(one))]) follow(next);
}
follow("index.html");

const chunks = [...counted]
  .map((key) => manifest[key].file)
  .filter((file) => file.endsWith(".js"))
  .map((file) => ({ file, kb: gzipSync(read(file)).length / 1000, inside: modules[file] ?? [] }))
  .sort((a, b) => b.kb - a.kb);
const totalKb = chunks.reduce((sum, chunk) => sum + chunk.kb, 0);
const smallKb = 0.5;
const small = chunks.filter(({ kb }) => kb < smallKb);
const line = (kb, text) => console.log(`${kb.toFixed(1).padStart(8)} kB  ${text}`);

console.log("\nJavaScript before a candidate's first question can be answered (gzip):");
for (const { file, kb } of chunks.filter(({ kb }) => kb >= smallKb)) line(kb, file);
line(small.reduce((sum, { kb }) => sum + kb, 0), `${small.length} files under ${smallKb} kB`);
line(totalKb, `in all, in ${chunks.length} files; the budget is ${budgetKb} kB`);

const socket = manifest["src/api/socket.ts"];
const interactions = manifest["src/features/sitting/interactions/item-answer.tsx"];
for (const { file } of [socket, interactions]) line(gzipSync(read(file)).length / 1000, `${file}, which comes meanwhile`);

for (const { what } of unused) problems.push(`Nothing fits "${what}" any more: mend the list in scripts/bundle-budget.mjs.`);
for (const station of stations) {
  if (!chunks.some(({ inside }) => inside.some((id) => id.includes(`/${station}`)))) problems.push(`The count passes ${station} by: mend the list in scripts/bundle-budget.mjs.`);
}
for (const { file, inside } of chunks) {
  for (const name of forbidden) {
    const found = inside.find((id) => id.includes(`/node_modules/${name}/`) || id.includes(`/node_modules/${name}-`));
    if (found) problems.push(`${file} contains ${name} (${found.replace(/^.*node_modules\//, "")}).`);
  }
}
if (totalKb > budgetKb) problems.push(`Over the budget by ${(totalKb - budgetKb).toFixed(1)} kB.`);
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
