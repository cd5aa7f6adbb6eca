/**
 * Makes candidates whose attempts are ready: `node seed.ts '<Wanted as JSON>'`, the answer is one line of JSON. People and plan are written in bulk by
 * the owner, because one unit of work and one audit record for each of ten thousand would take minutes; attempts and journals come
 * from the application's own preparation, machine and journal. A process of its own that ends before anything is measured.
 */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import type { Attempt, CandidateCommand } from "@kompeten/shared/attempt";
import { decide, evolve } from "@kompeten/shared/attempt";
import { uuidv7 } from "@kompeten/shared/kernel";
import { built } from "./built.ts";
import type { JournalOperation } from "../../server/src/delivery/journal.types.ts";

export type Wanted = {
  ownerUrl: string;
  appUrl: string;
  /** Of the installation: it opens the keys that lie in the database. */
  secret: string;
  candidates: number;
  /** As far as the attempts are brought: the notice acknowledged, or the clock started too. */
  state: "waiting" | "running";
  /** The end of the sitting; no attempt may last longer. Ten hours from now unless told otherwise. */
  windowEndMs?: number;
};
export type Candidate = { token: string; attemptId: string };
export type Seeded = { sittingId: string; itemIds: string[]; candidates: Candidate[] };

const instrument = "penalaran-umum";
const hour = 3_600_000;
const newId = (): string => uuidv7(Date.now(), randomBytes(10));

const { createApp } = await built<typeof import("../../server/src/app.ts")>("app");
const { Instruments, Papers, loadShippedInstruments } = await built<typeof import("../../server/src/authoring/index.ts")>("authoring/index");
const { Configurations, loadShippedCatalogue } = await built<typeof import("../../server/src/catalogue/index.ts")>("catalogue/index");
const { AttemptPreparation } = await built<typeof import("../../server/src/delivery/attempt-preparation.service.ts")>("delivery/attempt-preparation.service");
const { AttemptStates } = await built<typeof import("../../server/src/delivery/attempt-states.service.ts")>("delivery/attempt-states.service");
const { nextOf } = await built<typeof import("../../server/src/delivery/attempt-verdict.rules.ts")>("delivery/attempt-verdict.rules");
const { Journal } = await built<typeof import("../../server/src/delivery/journal.service.ts")>("delivery/journal.service");
const { UnitOfWork } = await built<typeof import("../../server/src/platform/index.ts")>("platform/index");

const wanted = JSON.parse(process.argv[2] ?? "") as Wanted;
const app = await createApp({ databaseUrl: wanted.appUrl, secret: wanted.secret, logLevels: false });
const get = <T>(token: abstract new (...args: never[]) => T): T => app.nest.get(token as never, { strict: false });
const owner = new pg.Client({ connectionString: wanted.ownerUrl });
await owner.connect();
const seeded = await seed();
await owner.end();
await app.close();
process.stdout.write(JSON.stringify(seeded));

async function seed(): Promise<Seeded> {
  const agencyId = newId();
  const scope = { agencyId, accountId: null };
  const units = get(UnitOfWork);
  await owner.query("insert into agency (id, code, name, short_name, time_zone) values ($1, $2, 'Instansi Beban', 'Beban', 'Asia/Jakarta')", [agencyId, `beban-${randomUUID().slice(0, 8)}`]);
  const agency = await units.run(scope, stocked);
  const people = await newPeople(agencyId);
  const plan = await newPlan(agencyId, agency, people.length);
  await units.run(scope, () => get(AttemptPreparation).prepare(plan.assessmentId));
  const { rows } = await owner.query<{ id: string; account_id: string }>("select id, account_id from attempt where sitting_id = $1 order by id", [plan.sittingId]);
  const tokens = new Map(people.map(({ accountId, token }) => [accountId, token]));
  for (let from = 0; from < rows.length; from += 500) await bringOn(agencyId, rows.slice(from, from + 500));
  await owner.query("vacuum analyze");
  return { sittingId: plan.sittingId, itemIds: agency.itemIds, candidates: rows.map(({ id, account_id }) => ({ attemptId: id, token: tokens.get(account_id) ?? "" })) };
}

type Stock = { noticeId: string; dictionaryId: string; standardsId: string; categoriesId: string; versionId: string; itemIds: string[] };

async function stocked(): Promise<Stock> {
  await loadShippedCatalogue(get(Configurations));
  await loadShippedInstruments(get(Instruments));
  const current = async (kind: "notice" | "competency-dictionary" | "position-standards" | "jpm-categories") => (await get(Configurations).current(kind, new Date("2030-01-01")))?.id ?? "";
  const versionId = (await get(Instruments).published()).find(({ code }) => code === instrument)?.id ?? "";
  const paper = (await get(Papers).paper(versionId)) as { sections: { items: { id: string }[] }[] };
  const itemIds = paper.sections.flatMap((section) => section.items.map((item) => item.id));
  return { noticeId: await current("notice"), dictionaryId: await current("competency-dictionary"), standardsId: await current("position-standards"), categoriesId: await current("jpm-categories"), versionId, itemIds };
}

type Person = { accountId: string; token: string };

/** Accounts with the candidate's role and an open session each. */
async function newPeople(agencyId: string): Promise<Person[]> {
  const people = Array.from({ length: wanted.candidates }, () => ({ accountId: newId(), token: randomBytes(32).toString("base64url") }));
  const accounts = people.map(({ accountId }) => accountId);
  await owner.query("insert into account (id, login, name) select id, 'peserta.' || id, 'Peserta ' || right(id::text, 4) from unnest($1::uuid[]) as given (id)", [accounts]);
  await owner.query("insert into membership (id, agency_id, account_id, role, basis) select gen_random_uuid(), $1, id, 'candidate', 'uji beban' from unnest($2::uuid[]) as given (id)", [agencyId, accounts]);
  await owner.query(
    "insert into session (id, token_hash, account_id, agency_id, expires_at) select gen_random_uuid(), decode(hash, 'hex'), id, $1, now() + interval '12 hours' from unnest($2::uuid[], $3::text[]) as given (id, hash)",
    [agencyId, accounts, people.map(({ token }) => createHash("sha256").update(token).digest("hex"))],
  );
  return people;
}

/** An open assessment with one sitting of one instrument, everybody enrolled. */
async function newPlan(agencyId: string, agency: Stock, count: number): Promise<{ assessmentId: string; sittingId: string }> {
  const [assessmentId, sittingId] = [newId(), newId()];
  await owner.query(
    "insert into assessment (id, agency_id, number, title, purpose, state, standards_id, standard_code, dictionary_id, jpm_categories_id, notice_id) values ($1, $2, $3, 'Uji beban', 'mapping', 'open', $4, 'administrator', $5, $6, $7)",
    [assessmentId, agencyId, newId(), agency.standardsId, agency.dictionaryId, agency.categoriesId, agency.noticeId],
  );
  const window = [new Date(Date.now() - hour), new Date(wanted.windowEndMs ?? Date.now() + 10 * hour)];
  await owner.query("insert into sitting (id, agency_id, assessment_id, title, window_start, window_end, time_zone) values ($1, $2, $3, 'Sesi beban', $4, $5, 'Asia/Jakarta')", [sittingId, agencyId, assessmentId, ...window]);
  await owner.query("insert into assessment_instrument values ($1, $2, $3, 1)", [agencyId, assessmentId, agency.versionId]);
  await owner.query("insert into sitting_instrument values ($1, $2, $3, 1)", [agencyId, sittingId, agency.versionId]);
  await owner.query(
    `insert into employee (id, agency_id, nip, name, sex, birth_date, employment, grade, position_title, position_type, account_id)
     select gen_random_uuid(), $1, '198001012010' || lpad(row_number() over ()::text, 6, '0'), a.name, 'female', '1980-01-01', 'pns', 'III/c', 'Analis', 'pelaksana', a.id
     from account a join membership m on m.account_id = a.id and m.agency_id = $1`,
    [agencyId],
  );
  const { rowCount } = await owner.query("insert into enrolment (id, agency_id, assessment_id, employee_id, account_id) select gen_random_uuid(), $1, $2, id, account_id from employee where agency_id = $1", [agencyId, assessmentId]);
  if (rowCount !== count) throw new Error(`${rowCount} of ${count} candidates enrolled`);
  await owner.query("insert into enrolment_sitting select agency_id, id, $2 from enrolment where assessment_id = $1", [assessmentId, sittingId]);
  return { assessmentId, sittingId };
}

/** Acknowledges the notice and, if wanted, starts the clock. */
async function bringOn(agencyId: string, rows: readonly { id: string; account_id: string }[]): Promise<void> {
  const held = await get(UnitOfWork).run({ agencyId, accountId: null }, () => get(AttemptStates).fresh(rows.map(({ id }) => id)));
  const done = rows.map(async ({ id, account_id: accountId }) => {
    const operations: JournalOperation[] = [];
    let attempt = held.get(id)?.attempt;
    if (attempt?.state !== "waiting") throw new Error("an attempt that was just prepared waits");
    const commands: CandidateCommand[] = [{ kind: "acknowledge-notice", noticeId: attempt.noticeId ?? "" }];
    if (wanted.state === "running") commands.push({ kind: "start" });
    for (const command of commands) {
      const { operation, after } = decided(attempt, command);
      operations.push({ ...operation, attemptId: id, accountId });
      attempt = after;
    }
    const written = await get(Journal).append(agencyId, operations);
    if (!written.ok || written.value.some(({ outcome }) => outcome !== "appended")) throw new Error(`an attempt was not brought on: ${JSON.stringify(written)}`);
  });
  await Promise.all(done);
}

function decided(attempt: Attempt, command: CandidateCommand): { operation: Omit<JournalOperation, "attemptId" | "accountId">; after: Attempt } {
  const nowMs = Date.now();
  const draft = decide(attempt, command, nowMs);
  if (!draft.ok) throw new Error(`${command.kind}: ${draft.refusal}`);
  const operation = { opId: newId(), epoch: attempt.epoch, draft: draft.value, expectedSeq: attempt.seq, next: nextOf(attempt, draft.value, nowMs) };
  return { operation, after: evolve(attempt, { ...draft.value, seq: attempt.seq + 1, atMs: nowMs }) };
}
