// Loaded into the web processes of a planted run, never shipped: breaks the promise that CHAOS_PLANT names, by meddling with the
// statements of the journal's connections. The checker must see each of them.
import { randomUUID } from "node:crypto";
import pg from "pg";

const plant = process.env.CHAOS_PLANT;
const original = pg.Client.prototype.query;
/** @returns {Promise<import("pg").QueryResult>} */
const ask = async (client, text, values) => original.call(client, text, values);
const isAppend = (text) => typeof text === "string" && text.includes("from journal_append(");
let commits = 0;
let appends = 0;

const plants = {
  // J2: the answer goes out two seconds before the commit does.
  "acknowledge-before-commit": {
    commit(client) {
      ask(client, "select pg_sleep(2)").catch(() => {});
      ask(client, "commit").catch(() => {});
      return Promise.resolve({ rows: [] });
    },
  },
  // J2: every tenth write is acknowledged and thrown away.
  "acknowledge-without-journal": {
    commit: (client) => ask(client, ++commits % 10 === 0 ? "rollback" : "commit"),
  },
  // J3: every tenth write is written twice, the second time under other names.
  duplicate: {
    async append(client, text, values) {
      const answer = await ask(client, text, values);
      if (++appends % 10 === 0) await ask(client, text, values.with(1, values[1].map(() => randomUUID())));
      return answer;
    },
  },
  // Order: two neighbours of one attempt change places.
  "swap-order": {
    async append(client, text, values) {
      const at = values[0].findIndex((attempt, index) => attempt === values[0][index + 1]);
      if (at < 0) return ask(client, text, values);
      const swapped = (list) => list.with(at, list[at + 1]).with(at + 1, list[at]);
      const answer = await ask(client, text, values.map(swapped));
      return { ...answer, rows: swapped(answer.rows) };
    },
  },
  // J4: an old answer is replaced and the acknowledgement tells of it as of the first.
  "change-answer": {
    append: (client, text, values) => ask(client, text, ++appends % 10 === 0 ? values.with(5, values[5].map((body) => body.replaceAll(/"optionId":"[a-z]"/g, '"optionId":"a"').replaceAll(/-(\d+) /g, "-0 "))) : values),
  },
};

const chosen = plants[plant];
if (!chosen) throw new Error(`no such plant: ${plant}`);
pg.Client.prototype.query = function (text, values, ...rest) {
  const ours = this.connectionParameters.application_name === "kompeten journal" || this.connectionParameters.fallback_application_name === "kompeten journal";
  if (ours && chosen.commit && text === "commit") return chosen.commit(this);
  if (ours && chosen.append && isAppend(text)) return chosen.append(this, text, values);
  return original.call(this, text, values, ...rest);
};
