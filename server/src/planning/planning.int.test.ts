import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { loadCatalogue, newPublishedInstrument } from "../../test/catalogue.builders.ts";
import { newAccount, signedIn } from "../../test/identity.builders.ts";
import { newEmployee } from "../../test/personnel.builders.ts";
import { candidatePasswords, newOpenAssessment, newPlannedAssessment } from "../../test/planning.builders.ts";
import { TestApp, type HttpClient } from "../../test/harness.ts";
import { Assessments } from "./index.ts";

type Person = HttpClient & { accountId: string };
let app: TestApp;
let east: string;
let islands: string;
let organiser: Person;
let neighbour: Person;
let standardsId: string;
let test: string;
let inBasket: string;
const scope = () => ({ agencyId: east, accountId: null });
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();

beforeAll(async () => {
  app = await TestApp.start();
  east = await app.newAgency();
  islands = await app.newAgency();
  await loadCatalogue(app, scope());
  await loadCatalogue(app, { agencyId: islands, accountId: null });
  organiser = await signedIn(app, { agencyId: east, roles: ["organiser"] });
  neighbour = await signedIn(app, { agencyId: islands, roles: ["organiser"] });
  test = await newPublishedInstrument(app, scope(), "test");
  inBasket = await newPublishedInstrument(app, scope(), "in-basket");
  standardsId = (await organiser.get("/api/planning/choices")).body.standards[0].configuration.id;
});
afterAll(() => app?.stop());

const basics = () => ({ title: "Pemetaan pengawas", purpose: "mapping", standardsId, standardCode: "pengawas" });
const sitting = (over: object = {}) => ({ title: "Sesi pagi", place: "Ruang CAT", windowStart: hours(24), windowEnd: hours(26), timeZone: "Asia/Jakarta", instrumentVersionIds: [test, inBasket], ...over });

/** Creates a draft over HTTP and takes it through the first four steps. */
async function draft(): Promise<any> {
  const created = await organiser.post("/api/assessments", basics());
  expect(created.status).toBe(201);
  const { id } = created.body;
  const chosen = await organiser.put(`/api/assessments/${id}/instruments`, { version: 1, versionIds: [test, inBasket] });
  const scheduled = await organiser.put(`/api/assessments/${id}/sittings`, { version: chosen.body.version, sittings: [sitting()] });
  expect(scheduled.status).toBe(200);
  return scheduled.body;
}

describe("an organiser plans and opens an assessment over HTTP", () => {
  it("from purpose to sign-in cards", async () => {
    const lead = await newAccount(app, { agencyId: east, roles: ["lead-assessor"], name: "Ketua Tim" });
    const assessors = [await newAccount(app, { agencyId: east, roles: ["assessor"] }), await newAccount(app, { agencyId: east, roles: ["assessor"] })];
    const people = [await newEmployee(app, { agencyId: east }), await newEmployee(app, { agencyId: east }), await newEmployee(app, { agencyId: east })];
    let plan = await draft();
    const url = `/api/assessments/${plan.id}`;
    expect(plan.number).toMatch(/^PK-\d{4}-\d{4}$/);
    expect(plan).toMatchObject({ state: "draft", jpm: { configuration: { title: expect.stringContaining("Pemetaan") } }, competencies: expect.arrayContaining([{ code: "M.01", name: "Integritas", required: 2 }]) });
    expect(plan.matrix).toHaveLength(18);

    const checked = await organiser.post(`${url}/candidate-checks`, { nips: [people[0]!.nip, ` ${people[1]!.nip.slice(0, 8)} ${people[1]!.nip.slice(8)}`, people[0]!.nip, "123", "198503122010011999"] });
    expect(checked.body.rows.map((row: any) => row.state)).toEqual(["ok", "ok", "repeated", "malformed", "unknown"]);
    plan = (await organiser.post(`${url}/enrolments`, { version: plan.version, employeeIds: people.map((person) => person.employeeId) })).body;
    expect(plan.enrolments.map((enrolment: any) => enrolment.sittingIds)).toEqual([1, 2, 3].map(() => [plan.sittings[0].id]));
    expect((await organiser.post(`${url}/candidate-checks`, { nips: [people[0]!.nip] })).body.rows[0].state).toBe("enrolled");

    const early = await organiser.post(`${url}/opening`, { version: plan.version });
    expect(early.status).toBe(422);
    expect(early.body.code).toBe("plan-impossible");
    expect(early.body.errors.map((error: any) => error.message.split(" ")[0])).toEqual(["no-lead", "too-few-assessors", "too-few-assessors", "too-few-assessors"]);

    plan = (await organiser.put(`${url}/lead`, { version: plan.version, accountId: lead.accountId })).body;
    plan = (await organiser.post(`${url}/assessor-distribution`, { version: plan.version, accountIds: assessors.map((one) => one.accountId), perCandidate: 2 })).body;
    expect(plan.enrolments.every((enrolment: any) => enrolment.assessors.length === 2)).toBe(true);
    expect(plan.problems.errors).toBe(0);
    expect((await organiser.post(`${url}/sign-in-cards`, {})).body.code).toBe("not-open");

    const opened = await organiser.post(`${url}/opening`, { version: plan.version });
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({ state: "open", openedAt: expect.any(String) });
    await app.jobsDone();

    const cards = await organiser.post(`${url}/sign-in-cards`, {});
    expect(cards.body.cards.map((card: any) => card.login).sort()).toEqual(people.map((person) => person.nip).sort());
    expect(cards.body.cards[0].sittings).toEqual(["Sesi pagi"]);
    expect((await organiser.post(`${url}/sign-in-cards`, {})).body.cards).toEqual([]);
    const again = await organiser.post(`${url}/sign-in-cards`, { enrolmentIds: [cards.body.cards[0].enrolmentId] });
    expect(again.body.cards[0].password).not.toBe(cards.body.cards[0].password);
    const candidate = await app.http().signIn(again.body.cards[0].login, again.body.cards[0].password);
    expect((await candidate.get("/api/session")).body.roles).toEqual(["candidate"]);
    expect((await candidate.get(url)).status).toBe(404);

    const listed = (await organiser.get("/api/assessments")).body.assessments.find((one: any) => one.id === plan.id);
    expect(listed).toMatchObject({ number: plan.number, state: "open", candidates: 3, sittings: 1, instruments: 2, leadName: "Ketua Tim", standardTitle: expect.any(String), timeZone: "Asia/Jakarta" });
  });

  it("numbers assessments per agency without a gap, also when two are made at once", async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => organiser.post("/api/assessments", basics())));
    const numbers = made.map((answer) => Number(answer.body.number.slice(-4))).sort((a, b) => a - b);
    expect(numbers.map((number) => number - numbers[0]!)).toEqual([0, 1, 2, 3]);
    const standards = (await neighbour.get("/api/planning/choices")).body.standards[0].configuration.id;
    expect((await neighbour.post("/api/assessments", { ...basics(), standardsId: standards })).body.number).toMatch(/-0001$/);
  });
});

describe("two organisers at once", () => {
  it("open assessments of the same new candidates: both open, and each candidate has one account", async () => {
    const second = await signedIn(app, { agencyId: east, roles: ["organiser"] });
    for (let round = 0; round < 4; round++) {
      const people: Awaited<ReturnType<typeof newEmployee>>[] = [];
      for (let index = 0; index < 3; index++) people.push(await newEmployee(app, { agencyId: east }));
      // In opposite orders, so that each could wait for the other.
      const plans = [await newPlannedAssessment(app, { agencyId: east, instruments: [test], people }), await newPlannedAssessment(app, { agencyId: east, instruments: [test], people: people.toReversed(), windowStart: new Date(Date.now() + 86_400_000) })];
      const opened = await Promise.all(plans.map(({ assessmentId, version }, index) => (index === 0 ? organiser : second).post(`/api/assessments/${assessmentId}/opening`, { version })));
      expect(opened.map(({ status, body }) => [status, body.code])).toEqual([[200, undefined], [200, undefined]]);
      const accounts = await app.run(scope(), async () => {
        const enrolments = (await Promise.all(plans.map(({ assessmentId }) => app.get(Assessments).enrolments(assessmentId)))).flat();
        return people.map(({ employeeId }) => new Set(enrolments.filter((one) => one.employeeId === employeeId).map(({ accountId }) => accountId)));
      });
      for (const ofOne of accounts) expect([ofOne.size, ofOne.has(null)]).toEqual([1, false]);
    }
  });
});

describe("refusals", () => {
  it("says the numbers when a window is too short, and keeps the sittings as they were", async () => {
    const plan = await draft();
    const answer = await organiser.put(`/api/assessments/${plan.id}/sittings`, { version: plan.version, sittings: [sitting({ windowEnd: hours(25) })] });
    expect([answer.status, answer.body.code, answer.body.params]).toEqual([422, "window-too-short", { sitting: "Sesi pagi", windowMinutes: 60, neededMinutes: 90 }]);
    expect((await organiser.get(`/api/assessments/${plan.id}`)).body.sittings[0].windowEnd).toBe(plan.sittings[0].windowEnd);
    const backwards = await organiser.put(`/api/assessments/${plan.id}/sittings`, { version: plan.version, sittings: [sitting({ windowEnd: hours(23) })] });
    expect(backwards.body.code).toBe("window-backwards");
  });

  it("refuses the second of two pages that saw the same version", async () => {
    const plan = await draft();
    const change = () => organiser.put(`/api/assessments/${plan.id}/basics`, { version: plan.version, ...basics(), title: "Judul lain" });
    const answers = await Promise.all([change(), change()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe("changed-meanwhile");
  });

  const cases: [string, string, (plan: any) => { method: "put" | "post"; path: string; body: object }, number][] = [
    ["unknown-standard", "a position these standards do not hold", () => ({ method: "put", path: "basics", body: { ...basics(), standardCode: "tidak-ada" } }), 422],
    ["unknown-instrument", "an instrument that is not there", () => ({ method: "put", path: "instruments", body: { versionIds: [standardsId] } }), 422],
    ["cell-not-measured", "a cell the instrument has no evidence for", () => ({ method: "put", path: "matrix", body: { cells: [{ versionId: test, competency: "T.01" }] } }), 422],
    ["unknown-sitting", "a sitting of another assessment", () => ({ method: "put", path: "sittings", body: { sittings: [sitting({ id: standardsId })] } }), 422],
    ["unknown-candidate", "somebody who is not in the register", () => ({ method: "post", path: "enrolments", body: { employeeIds: [standardsId] } }), 422],
    ["not-an-assessor", "an assessor who is none", () => ({ method: "post", path: "assessor-distribution", body: { accountIds: [organiser.accountId, standardsId], perCandidate: 2 } }), 422],
    ["not-a-lead", "a lead who is none", () => ({ method: "put", path: "lead", body: { accountId: organiser.accountId } }), 422],
    ["invalid-input", "an instrument twice in a sitting", () => ({ method: "put", path: "sittings", body: { sittings: [sitting({ instrumentVersionIds: [test, test] })] } }), 400],
    ["invalid-input", "a window of another age", () => ({ method: "put", path: "sittings", body: { sittings: [sitting({ windowEnd: "9999-12-31T00:00:00Z" })] } }), 400],
    ["invalid-input", "a body of the wrong shape", () => ({ method: "put", path: "lead", body: { accountId: "x", extra: 1 } }), 400],
  ];
  it.each(cases)("%s: %s", async (code, _, request, status) => {
    const plan = await draft();
    const { method, path, body } = request(plan);
    const answer = await organiser[method](`/api/assessments/${plan.id}/${path}`, { version: plan.version, ...body });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it("warns of a window that would cut an accommodation short, and tells it only to those who look after accommodations", async () => {
    const person = await newEmployee(app, { agencyId: east });
    expect((await organiser.post(`/api/employees/${person.employeeId}/accommodations`, { extraPercent: 50, reason: "Low vision", approvedBy: "Kepala BKD", validUntil: null })).status).toBe(204);
    let plan = await draft();
    const url = `/api/assessments/${plan.id}`;
    plan = (await organiser.post(`${url}/enrolments`, { version: plan.version, employeeIds: [person.employeeId] })).body;
    const warnings = (detail: any) => detail.problems.list.filter((problem: any) => problem.code === "accommodation-cut-short").map(({ severity, params }: any) => [severity, params.percent]);
    expect(warnings(plan)).toEqual([["warning", 50]]);
    expect(warnings((await organiser.get(url)).body)).toEqual([["warning", 50]]);
    const proctor = await signedIn(app, { agencyId: east, roles: ["proctor"] });
    const seen = await proctor.get(url);
    expect([seen.status, warnings(seen.body)]).toEqual([200, []]);
  });

  it("lets nobody assess themself or sit in two assessments at once", async () => {
    const busy = await newOpenAssessment(app, { agencyId: east, windowStart: new Date(hours(24)), windowEnd: new Date(hours(26)) });
    const assessor = await newAccount(app, { agencyId: east, roles: ["assessor"] });
    let plan = await draft();
    const url = `/api/assessments/${plan.id}`;
    plan = (await organiser.post(`${url}/enrolments`, { version: plan.version, employeeIds: [busy.candidates[0]!.employeeId] })).body;
    expect(plan.problems.list.map((problem: any) => problem.code)).toContain("overlap-elsewhere");
    expect((await organiser.post(`${url}/opening`, { version: plan.version })).body.errors.map((error: any) => error.message.split(" ")[0])).toContain("overlap-elsewhere");
    expect((await organiser.post(`${url}/enrolments`, { version: plan.version, employeeIds: [busy.candidates[0]!.employeeId] })).body.code).toBe("already-enrolled");
    await app.run(scope(), (em) => sql`update employee set account_id = ${assessor.accountId} where id = ${busy.candidates[0]!.employeeId}`.execute(em.getKysely()));
    const self = await organiser.put(`${url}/assessors`, { version: plan.version, enrolmentIds: [plan.enrolments[0].id], accountIds: [assessor.accountId], mode: "replace" });
    expect([self.status, self.body.code]).toEqual([422, "assesses-self"]);
  });
});

describe("nobody assesses themself, also where only opening finds out whose account it is", () => {
  const inRegister = async (role: "assessor" | "lead-assessor") => {
    const person = await newEmployee(app, { agencyId: east });
    const { accountId } = await newAccount(app, { agencyId: east, roles: [role], login: person.nip });
    return { ...person, accountId };
  };
  const enrolledAs = (assessmentId: string, employeeId: string) => app.run(scope(), (em) => sql`update enrolment set employee_id = ${employeeId} where assessment_id = ${assessmentId}`.execute(em.getKysely()));
  const codes = (answer: any) => [answer.status, answer.body.errors?.map((error: any) => error.message.split(" ")[0])];

  it.each([["assessor", "assesses-self"], ["lead-assessor", "lead-is-candidate"]] as const)("refuses to open for a candidate who is the %s, and leaves nothing behind", async (role, code) => {
    const person = await inRegister(role);
    const other = await newAccount(app, { agencyId: east, roles: ["assessor"] });
    const planned = await newPlannedAssessment(app, {
      agencyId: east,
      ...(role === "assessor" ? { assessorAccountIds: [person.accountId, other.accountId] } : { leadAccountId: person.accountId }),
    });
    await enrolledAs(planned.assessmentId, person.employeeId);
    const url = `/api/assessments/${planned.assessmentId}`;
    expect((await organiser.get(url)).body.problems.errors).toBe(0);
    expect(codes(await organiser.post(`${url}/opening`, { version: planned.version }))).toEqual([422, [code]]);
    const left = await app.run(scope(), (em) => sql<{ state: string; linked: boolean }>`select state, (select account_id is not null from employee where id = ${person.employeeId}) as linked from assessment where id = ${planned.assessmentId}`.execute(em.getKysely()));
    expect(left.rows).toEqual([{ state: "draft", linked: false }]);
  });

  it("takes nobody into an assessment they lead, and everybody else", async () => {
    const lead = await inRegister("lead-assessor");
    const open = await newOpenAssessment(app, { agencyId: east, leadAccountId: lead.accountId, windowStart: new Date(hours(90)), windowEnd: new Date(hours(93)) });
    const url = `/api/assessments/${open.assessmentId}`;
    const { version } = (await organiser.get(url)).body;
    expect(codes(await organiser.post(`${url}/enrolments`, { version, employeeIds: [lead.employeeId] }))).toEqual([422, ["lead-is-candidate"]]);
    const somebody = await newEmployee(app, { agencyId: east });
    expect((await organiser.post(`${url}/enrolments`, { version, employeeIds: [somebody.employeeId] })).status).toBe(200);
  });
});

describe("spreadsheets of candidates", () => {
  const upload = async (content: string | Uint8Array<ArrayBuffer>, plan: any, name = "peserta.csv") => {
    const form = new FormData();
    form.append("file", new Blob([content]), name);
    return organiser.post(`/api/assessments/${plan.id}/candidate-files`, form);
  };

  it("are read with their row numbers, as CSV and as XLSX", async () => {
    const plan = await draft();
    const person = await newEmployee(app, { agencyId: east });
    const csv = await upload(`\uFEFFNo;NIP;Nama\n1;${person.nip};A\n\n2;${person.nip};B\n3;abc;C\n`, plan);
    expect(csv.body.rows.map((row: any) => [row.row, row.state])).toEqual([[2, "ok"], [4, "repeated"], [5, "malformed"]]);
    const text = await upload(`Nama\tNIP\nA\t${person.nip}\n`, plan, "peserta.TXT");
    expect(text.body.rows).toMatchObject([{ row: 2, nip: person.nip, state: "ok" }]);
    const unicode = await upload(new Uint8Array(Buffer.from(`\uFEFFNIP\r\n${person.nip}\r\n`, "utf16le")), plan, "peserta.txt");
    expect(unicode.body.rows).toMatchObject([{ row: 2, nip: person.nip, state: "ok" }]);
    const { default: writeXlsxFile } = await import("write-excel-file/node");
    const file = await (writeXlsxFile as any)([[{ value: "NIP" }], [{ value: person.nip }]]).toBuffer();
    expect((await upload(new Uint8Array(file), plan)).body.rows).toMatchObject([{ row: 2, nip: person.nip, state: "ok", employee: { name: person.name } }]);
    expect((await organiser.get(`/api/assessments/${plan.id}`)).body.enrolments).toEqual([]);
  });

  it("are refused when nothing can be read from them", async () => {
    const plan = await draft();
    expect((await upload("", plan)).body.code).toBe("empty-file");
    expect((await upload("PK\u0003\u0004 not really", plan)).body.code).toBe("file-unreadable");
    expect((await upload(Array.from({ length: 3_001 }, (_, index) => index).join("\n"), plan)).body.code).toBe("file-too-many-rows");
    expect((await organiser.post(`/api/assessments/${plan.id}/candidate-files`, {})).status).toBe(400);
  });

  it("are refused by their kind when they are neither workbook nor text, whatever they are called", async () => {
    const plan = await draft();
    const nip = "198503122010011005";
    const kinds = [
      ["peserta.pdf", `%PDF-1.7\n${nip}\n`],
      ["peserta.csv", `%PDF-1.7\n${nip}\n`],
      ["gambar.txt", `\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0001\n${nip}\n`],
      ["sebelum-2007.csv", `\u00d0\u00cf\u0011\u00e0\n${nip}\n`],
      ["peserta.html", `<p>${nip}</p>`],
    ] as const;
    for (const [name, content] of kinds) {
      const { status, body } = await upload(new Uint8Array(Buffer.from(content, "latin1")), plan, name);
      expect([name, status, body.code]).toEqual([name, 422, "file-type"]);
    }
  });
});

describe("an open assessment", () => {
  it("gains candidates in sittings to come and assessors, and loses nothing", async () => {
    const open = await newOpenAssessment(app, { agencyId: east, windowStart: new Date(hours(48)), windowEnd: new Date(hours(50)) });
    const url = `/api/assessments/${open.assessmentId}`;
    let plan = (await organiser.get(url)).body;
    const enrolmentIds = [plan.enrolments[0].id];
    const third = await newAccount(app, { agencyId: east, roles: ["assessor"] });
    for (const [method, path, body] of [
      ["put", "instruments", { versionIds: [] }],
      ["put", "matrix", { cells: [] }],
      ["put", "sittings", { sittings: [] }],
      ["post", "enrolment-removals", { enrolmentIds }],
      ["put", "seating", { enrolmentIds, sittingIds: null }],
      ["put", "assessors", { enrolmentIds, accountIds: [], mode: "replace" }],
      ["put", "lead", { accountId: open.leadAccountId }],
      ["post", "opening", {}],
    ] as const) {
      const answer = await organiser[method](`${url}/${path}`, { version: plan.version, ...body });
      expect([path, answer.status, answer.body.code]).toEqual([path, 409, "not-draft"]);
    }
    plan = (await organiser.put(`${url}/assessors`, { version: plan.version, enrolmentIds, accountIds: [third.accountId], mode: "add" })).body;
    expect(plan.enrolments[0].assessors).toHaveLength(3);
    const late = await newEmployee(app, { agencyId: east });
    const added = await organiser.post(`${url}/enrolments`, { version: plan.version, employeeIds: [late.employeeId] });
    expect(added.status).toBe(200);
    await app.jobsDone();
    const enrolments = await app.run(scope(), () => app.get(Assessments).enrolments(open.assessmentId));
    expect(enrolments.every((enrolment) => enrolment.accountId !== null)).toBe(true);
  });

  it("takes nobody into a sitting that has begun, and leaves nothing of the attempt behind", async () => {
    const running = await newOpenAssessment(app, { agencyId: east });
    const url = `/api/assessments/${running.assessmentId}`;
    const plan = (await organiser.get(url)).body;
    const late = await newEmployee(app, { agencyId: east });
    const named = await organiser.post(`${url}/enrolments`, { version: plan.version, employeeIds: [late.employeeId], sittingIds: [running.sittingId] });
    expect([named.status, named.body.code]).toEqual([422, "sitting-not-future"]);
    const anywhere = await organiser.post(`${url}/enrolments`, { version: plan.version, employeeIds: [late.employeeId] });
    expect([anywhere.status, anywhere.body.code]).toEqual([422, "plan-impossible"]);
    expect((await organiser.get(url)).body.enrolments).toHaveLength(1);
  });
});

describe("who vouches for a candidate's login (ADR 0007)", () => {
  const codeOf = async (agencyId: string) => (await app.run({ agencyId, accountId: null }, (em) => sql<{ code: string }>`select code from agency where id = ${agencyId}`.execute(em.getKysely()))).rows[0]!.code;
  const administratorOf = (agencyId: string) => signedIn(app, { agencyId, roles: ["administrator"] });
  const byHand = (login: string, role: string) => ({ login, name: "Siapa Saja", roles: [role], basis: "SK 1/2026", acceptOtherAgency: true });
  const openFor = async (employeeId: string, day = 1) => {
    const planned = await newPlannedAssessment(app, { agencyId: east, windowStart: new Date(hours(24 * day)) });
    const url = `/api/assessments/${planned.assessmentId}`;
    await app.run(scope(), (em) => sql`update enrolment set employee_id = ${employeeId} where assessment_id = ${planned.assessmentId}`.execute(em.getKysely()));
    const opened = await organiser.post(`${url}/opening`, { version: planned.version });
    expect([opened.status, opened.body.code]).toEqual([200, undefined]);
    return (await organiser.post(`${url}/sign-in-cards`, {})).body;
  };
  const agenciesOf = async (client: HttpClient) => (await client.get("/api/session")).body.agencies.map((agency: any) => agency.id);

  it("gives another agency's administrator, who made the NIP's account first, no way in as the candidate", async () => {
    const person = await newEmployee(app, { agencyId: east });
    const stranger = await administratorOf(islands);
    const made = (await stranger.post("/api/accounts", byHand(person.nip, "candidate"))).body;
    const { cards } = await openFor(person.employeeId);
    expect(cards).toMatchObject([{ nip: person.nip, login: `${person.nip}@${await codeOf(east)}` }]);
    expect(await agenciesOf(await app.http().signIn(cards[0].login, cards[0].password))).toEqual([east]);
    // Neither by the password they know, nor by setting a new one, now or later.
    expect(await agenciesOf(await app.http().signIn(person.nip, made.password))).toEqual([islands]);
    const linked = (await app.run(scope(), (em) => sql<{ account_id: string }>`select account_id from employee where id = ${person.employeeId}`.execute(em.getKysely()))).rows[0]!.account_id;
    expect(linked).not.toBe(made.accountId);
    expect((await stranger.post(`/api/accounts/${linked}/password`)).status).toBe(404);
    // The next assessment finds the same account again.
    expect((await openFor(person.employeeId, 2)).cards).toMatchObject([{ login: cards[0].login }]);
  });

  it("takes nothing from the other agency either: whoever enters their administrator into its register gets no card for them", async () => {
    const boss = await newAccount(app, { agencyId: islands, roles: ["administrator"], login: "198001012005012777" });
    const { employeeId } = await newEmployee(app, { agencyId: east, nip: "198001012005012777", birthDate: "1980-01-01", sex: "female" });
    const { cards } = await openFor(employeeId);
    expect(await agenciesOf(await app.http().signIn(cards[0].login, cards[0].password))).toEqual([east]);
    expect(await agenciesOf(await app.http().signIn(boss.login, boss.password))).toEqual([islands]);
  });

  it("hands over the login of somebody who moved, without the old password and sessions", async () => {
    const person = await newEmployee(app, { agencyId: east });
    const former = await administratorOf(islands);
    const made = (await former.post("/api/accounts", byHand(person.nip, "official"))).body;
    const old = await app.http().signIn(person.nip, made.password);
    const [membership] = (await former.get(`/api/accounts?search=${person.nip}`)).body.rows[0].memberships;
    await former.delete(`/api/memberships/${membership.id}`);
    const { cards } = await openFor(person.employeeId);
    expect(cards).toMatchObject([{ login: person.nip }]);
    expect((await old.get("/api/session")).status).toBe(401);
    expect((await app.http().post("/api/session", { login: person.nip, password: made.password })).status).toBe(401);
    expect((await former.post(`/api/accounts/${made.accountId}/password`)).body.code).toBe("other-agency");
    expect(await agenciesOf(await app.http().signIn(person.nip, cards[0].password))).toEqual([east]);
  });

  it("links the account that this agency's own administrator chose for its person", async () => {
    const person = await newEmployee(app, { agencyId: east });
    const lent = await newAccount(app, { agencyId: islands, roles: ["assessor"], login: person.nip });
    await (await administratorOf(east)).post("/api/accounts", byHand(person.nip, "proctor"));
    const { cards, withOwnPassword } = await openFor(person.employeeId);
    expect([cards, withOwnPassword.map((one: any) => one.nip)]).toEqual([[], [person.nip]]);
    const client = await app.http().signIn(lent.login, lent.password);
    expect((await agenciesOf(client)).sort()).toEqual([east, islands].sort());
  });

  it("lets nobody occupy such logins by hand", async () => {
    const stranger = await administratorOf(islands);
    const answer = await stranger.post("/api/accounts", byHand(`198503122010011005@${await codeOf(east)}`, "candidate"));
    expect([answer.status, answer.body.errors]).toEqual([400, [{ path: "login", message: "login-reserved" }]]);
  });

  it("keeps the password of somebody only this agency ever had, and ends one that another agency may have set", async () => {
    const admin = await administratorOf(east);
    const renewed = await newAccount(app, { agencyId: east, roles: ["assessor"] });
    const foreign = await newAccount(app, { agencyId: islands, roles: ["assessor"] });
    for (const [administrator, login] of [[admin, renewed.login], [await administratorOf(islands), foreign.login]] as const) {
      const [membership] = (await administrator.get(`/api/accounts?search=${login}`)).body.rows[0].memberships;
      expect((await administrator.delete(`/api/memberships/${membership.id}`)).status).toBe(204);
    }
    expect((await admin.post("/api/accounts", byHand(renewed.login, "assessor"))).body).toMatchObject({ existing: true, password: null });
    await app.http().signIn(renewed.login, renewed.password);
    const again = (await admin.post("/api/accounts", byHand(foreign.login, "assessor"))).body;
    expect(again).toMatchObject({ existing: true, password: expect.any(String) });
    expect((await app.http().post("/api/session", { login: foreign.login, password: foreign.password })).status).toBe(401);
    await app.http().signIn(foreign.login, again.password);
  });
});

describe("the front door", () => {
  it("shows plans, sittings and enrolments to other contexts", async () => {
    const made = await newOpenAssessment(app, { agencyId: east, instruments: [inBasket, "test"], candidates: 2 });
    await app.run(scope(), async () => {
      const assessments = app.get(Assessments);
      expect(await assessments.view(made.assessmentId)).toMatchObject({ state: "open", leadAccountId: made.leadAccountId, instruments: [{ versionId: inBasket, ordinal: 0 }, { versionId: test, ordinal: 1 }] });
      const [only] = await assessments.sittings(made.assessmentId);
      expect(only).toMatchObject({ id: made.sittingId, instrumentVersionIds: [inBasket, test] });
      expect([...only!.enrolmentIds].sort()).toEqual(made.candidates.map((candidate) => candidate.enrolmentId).sort());
      expect(await assessments.enrolmentsOfCandidate(made.candidates[0]!.accountId)).toMatchObject([{ id: made.candidates[0]!.enrolmentId, assessorAccountIds: expect.arrayContaining(made.assessorAccountIds), sittingIds: [made.sittingId] }]);
      expect(await assessments.enrolmentsOfAssessor(made.assessorAccountIds[0]!)).toHaveLength(2);
      expect((await assessments.assessmentsLedBy(made.leadAccountId)).map((view) => view.id)).toEqual([made.assessmentId]);
      expect(await assessments.views([])).toEqual([]);
    });
    await app.run({ agencyId: islands, accountId: null }, async () => {
      expect(await app.get(Assessments).view(made.assessmentId)).toBeUndefined();
      expect(await app.get(Assessments).enrolmentsOfCandidate(made.candidates[0]!.accountId)).toEqual([]);
    });
    expect((await candidatePasswords(app, made)).size).toBe(2);
  });
});

describe("permissions", () => {
  it("let lead, proctor, official and auditor read, organisers change, and nobody else do either", async () => {
    const planned = await newPlannedAssessment(app, { agencyId: east });
    const url = `/api/assessments/${planned.assessmentId}`;
    for (const [role, read] of [["organiser", 200], ["lead-assessor", 200], ["proctor", 200], ["official", 200], ["auditor", 200], ["assessor", 404], ["candidate", 404], ["author", 404], ["administrator", 404]] as const) {
      const person = await signedIn(app, { agencyId: east, roles: [role] });
      expect([role, (await person.get(url)).status]).toEqual([role, read]);
      if (role === "organiser") continue;
      for (const [method, path] of [["post", "/opening"], ["put", "/basics"], ["put", "/assessors"], ["post", "/enrolments"], ["post", "/sign-in-cards"]] as const) {
        expect([role, path, (await person[method](url + path, { version: planned.version })).status]).toEqual([role, path, 404]);
      }
      expect((await person.get("/api/planning/choices")).status).toBe(404);
    }
  });

  it("keep the other agency's organiser out of everything", async () => {
    const planned = await newPlannedAssessment(app, { agencyId: east });
    const url = `/api/assessments/${planned.assessmentId}`;
    expect((await neighbour.get(url)).status).toBe(404);
    expect((await neighbour.get("/api/assessments")).body.assessments.some((one: any) => one.id === planned.assessmentId)).toBe(false);
    const { version } = planned;
    const employeeIds = [planned.candidates[0]!.employeeId];
    for (const [method, path, body] of [
      ["put", "basics", { version, ...basics() }],
      ["put", "instruments", { version, versionIds: [test] }],
      ["put", "sittings", { version, sittings: [] }],
      ["post", "enrolments", { version, employeeIds }],
      ["post", "candidate-checks", { nips: [planned.candidates[0]!.nip] }],
      ["post", "opening", { version }],
      ["post", "sign-in-cards", {}],
    ] as const) {
      expect([path, (await neighbour[method](`${url}/${path}`, body)).status]).toEqual([path, 404]);
    }
  });
});
