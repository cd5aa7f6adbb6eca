/** The people and their attempts, made by the built application itself before the processes to be killed start. */
import { join } from "node:path";
import pg from "pg";

const dist = join(import.meta.dirname, "..", "..", "server", "dist");

export const instruments = ["penalaran-umum", "kasus-layanan-terpadu", "in-basket-administrator", "sjt-manajerial"] as const;
/** The shortest of them lasts 40 minutes. */
export const secondsMax = 2_000;

/** One candidate at one attempt. */
export type Seat = { name: string; attemptId: string; accountId: string; cookie: string; instrument: string };

type Server = {
  app: typeof import("../../server/src/app.ts");
  platform: typeof import("../../server/src/platform/index.ts");
  auth: typeof import("../../server/src/platform/auth/index.ts");
  authoring: typeof import("../../server/src/authoring/index.ts");
  catalogue: typeof import("../../server/src/catalogue/index.ts");
  delivery: typeof import("../../server/src/delivery/index.ts");
  preparation: typeof import("../../server/src/delivery/attempt-preparation.service.ts");
  identity: typeof import("../../server/src/identity/index.ts");
  personnel: typeof import("../../server/src/personnel/index.ts");
};

async function loadServer(): Promise<Server> {
  const load = (file: string) => import(join(dist, file)) as Promise<never>;
  return {
    app: await load("app.js"),
    platform: await load("platform/index.js"),
    auth: await load("platform/auth/index.js"),
    authoring: await load("authoring/index.js"),
    catalogue: await load("catalogue/index.js"),
    delivery: await load("delivery/index.js"),
    preparation: await load("delivery/attempt-preparation.service.js"),
    identity: await load("identity/index.js"),
    personnel: await load("personnel/index.js"),
  };
}

/** An open assessment for each instrument, candidates dealt out among them, notices acknowledged, nothing started. */
export async function stage(given: { ownerUrl: string; appUrl: string; secret: string; candidates: number }): Promise<Seat[]> {
  const server = await loadServer();
  const app = await server.app.createApp({ databaseUrl: given.appUrl, secret: given.secret, logLevels: false });
  const owner = new pg.Client({ connectionString: given.ownerUrl });
  await owner.connect();
  try {
    const get = <T>(token: abstract new (...args: never[]) => T): T => app.nest.get(token as never, { strict: false });
    const units = get(server.platform.UnitOfWork);
    const agencyId = server.platform.newId();
    await owner.query("insert into agency (id, code, name, short_name, time_zone) values ($1, 'kekacauan', 'Instansi Kekacauan', 'IK', 'Asia/Jakarta')", [agencyId]);
    const scope = { agencyId, accountId: null };
    const stock = await units.run(scope, async () => {
      await server.catalogue.loadShippedCatalogue(get(server.catalogue.Configurations));
      await server.authoring.loadShippedInstruments(get(server.authoring.Instruments));
      const current = async (kind: "notice" | "competency-dictionary" | "position-standards" | "jpm-categories") => (await get(server.catalogue.Configurations).current(kind, new Date("2030-01-01")))?.id;
      const versions = new Map((await get(server.authoring.Instruments).published()).map(({ code, id }) => [code, id]));
      return { versions, noticeId: await current("notice"), dictionaryId: await current("competency-dictionary"), standardsId: await current("position-standards"), categoriesId: await current("jpm-categories") };
    });
    const people = await units.run(scope, async () => {
      const records = Array.from({ length: given.candidates }, (_, index) => recordOf(index));
      const employees = await get(server.personnel.Employees).enter(records);
      const made: { name: string; employeeId: string; accountId: string; token: string; enrolmentId: string; instrument: string }[] = [];
      for (const [index, { nip, name }] of records.entries()) {
        const accountId = await get(server.identity.Accounts).create({ login: `peserta.${index}`, name });
        await get(server.identity.Accounts).grant({ accountId, role: "candidate", basis: "uji" });
        made.push({ name, employeeId: employees.get(nip) as string, accountId, token: "", enrolmentId: server.platform.newId(), instrument: instruments[index % instruments.length] as string });
      }
      return made;
    });
    for (const person of people) {
      const { accountId } = person;
      const opened = await units.run({ agencyId: null, accountId: null }, async () => get(server.identity.Sessions).open({ accountId, agencyId, userAgent: undefined }));
      person.token = opened.token;
    }
    const seats: Seat[] = [];
    for (const instrument of instruments) {
      const seated = people.filter((person) => person.instrument === instrument);
      if (seated.length === 0) continue;
      const assessmentId = server.platform.newId();
      const sittingId = server.platform.newId();
      const versionId = stock.versions.get(instrument);
      await owner.query(
        "insert into assessment (id, agency_id, number, title, purpose, state, standards_id, standard_code, dictionary_id, jpm_categories_id, notice_id) values ($1, $2, $3, 'Uji', 'mapping', 'open', $4, 'administrator', $5, $6, $7)",
        [assessmentId, agencyId, assessmentId, stock.standardsId, stock.dictionaryId, stock.categoriesId, stock.noticeId],
      );
      await owner.query("insert into sitting (id, agency_id, assessment_id, title, window_start, window_end, time_zone) values ($1, $2, $3, 'Sesi', now() - interval '5 minutes', now() + interval '10 hours', 'Asia/Jakarta')", [sittingId, agencyId, assessmentId]);
      await owner.query("insert into assessment_instrument values ($1, $2, $3, 1)", [agencyId, assessmentId, versionId]);
      await owner.query("insert into sitting_instrument values ($1, $2, $3, 1)", [agencyId, sittingId, versionId]);
      for (const { enrolmentId, employeeId, accountId } of seated) {
        await owner.query("insert into enrolment (id, agency_id, assessment_id, employee_id, account_id) values ($1, $2, $3, $4, $5)", [enrolmentId, agencyId, assessmentId, employeeId, accountId]);
        await owner.query("insert into enrolment_sitting values ($1, $2, $3)", [agencyId, enrolmentId, sittingId]);
      }
      await units.run(scope, () => get(server.preparation.AttemptPreparation).prepare(assessmentId));
      const attempts = await units.run(scope, () => get(server.delivery.Attempts).byEnrolments(seated.map(({ enrolmentId }) => enrolmentId)));
      const desk = get(server.delivery.Desk);
      for (const { name, accountId, token, enrolmentId } of seated) {
        const attemptId = attempts.find((attempt) => attempt.enrolmentId === enrolmentId)?.id;
        if (attemptId === undefined || stock.noticeId === undefined) throw new Error(`no attempt for ${name}`);
        const answer = await desk.acknowledgeNotice({ agencyId, accountId }, attemptId, stock.noticeId);
        if (!answer.ok) throw new Error(`the notice is refused: ${answer.refusal}`);
        seats.push({ name, attemptId, accountId, instrument, cookie: `${server.auth.sessionCookie}=${token}` });
      }
    }
    return seats;
  } finally {
    await owner.end();
    await app.close();
  }
}

/** A plausible record whose NIP agrees with birth date and sex. */
function recordOf(index: number) {
  const birthDate = `19${70 + (index % 25)}-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`;
  const sex = index % 2 === 0 ? ("male" as const) : ("female" as const);
  const nip = `${birthDate.replaceAll("-", "")}20${String(10 + (Math.floor(index / 999) % 15))}01${sex === "male" ? 1 : 2}${String((index % 999) + 1).padStart(3, "0")}`;
  return {
    nip, name: `Peserta ${index + 1}`, titleBefore: null, titleAfter: "S.Sos.", sex, birthPlace: "Surabaya", birthDate, employment: "pns" as const, grade: "III/c" as const, gradeSince: "2020-04-01",
    positionTitle: "Kepala Subbagian Umum", positionType: "pengawas" as const, positionSince: "2021-01-04", unit: "Dinas Pendidikan", education: "s1-d4" as const, educationField: "Ilmu Administrasi",
    email: null, phone: null,
  };
}
