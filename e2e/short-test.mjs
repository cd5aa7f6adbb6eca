/**
 * `node short-test.mjs <data folder> <agency id>`: publishes a test of two minutes, of which its first section has forty seconds, in a running demonstration, through the code that
 * loads and publishes what ships, and prints its title. A process of its own, because the server's compiled code is not for Playwright to transform.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [dataDir, agencyId] = process.argv.slice(2);
const server = (file) => import(new URL(`../server/dist/${file}`, import.meta.url).href);
const { createApp } = await server("app.js");
const { Instruments, readShippedInstrument } = await server("authoring/index.js");
const { UnitOfWork } = await server("platform/index.js");
const { prepareDatabase } = await server("platform/database/prepare.js");

const text = (...path) => readFileSync(join(dataDir, ...path), "utf8");
const port = text("postgres", "postmaster.pid").split("\n")[3];
const ownerUrl = `postgresql://kompeten_owner:${text("postgres-password").trim()}@127.0.0.1:${port}/kompeten`;
const databaseUrl = await prepareDatabase({ ownerUrl, appUrl: undefined, secret: text("secret") });
const app = await createApp({ databaseUrl, secret: text("secret"), poolSize: 4, logLevels: ["error", "fatal"] });
const service = (token) => app.nest.get(token, { strict: false });

const title = "Tes Dua Menit";
await service(UnitOfWork).run({ agencyId, accountId: null }, async () => {
  const { header, paper, key } = await readShippedInstrument("sjt-manajerial");
  const items = paper.sections.flatMap((section) => section.items);
  const section = (id, title, from, to, limit) => ({ ...paper.sections[0], id, title, shuffleItems: false, items: items.slice(from, to), ...limit });
  const short = { ...paper, sections: [section("pembuka", "Pembuka", 0, 3, { limitSeconds: 40 }), section("utama", "Utama", 3, items.length, {})] };
  const id = await service(Instruments).load({ header: { ...header, code: "tes-dua-menit", title, durationMinutes: 2 }, paper: short, key });
  const published = await service(Instruments).publish(id);
  if (!published.ok && published.refusal !== "not-draft") throw new Error(published.refusal);
});
await app.close();
console.log(title);
