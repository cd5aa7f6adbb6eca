/** Candidates with attempts made ready, and the line they speak over. */
import { io, type Socket } from "socket.io-client";
import { protocolVersion, type Acknowledgement, type AppendAnswer, type Operation, type Snapshot } from "@kompeten/shared/contracts/delivery";
import type { Paper } from "@kompeten/shared/paper";
import { loadShippedInstruments, Instruments } from "../src/authoring/index.ts";
import { Configurations, loadShippedCatalogue } from "../src/catalogue/index.ts";
import { Attempts, Desk, type AttemptActor } from "../src/delivery/index.ts";
import { AttemptPreparation } from "../src/delivery/attempt-preparation.service.ts";
import { Accounts, Sessions } from "../src/identity/index.ts";
import { Employees } from "../src/personnel/index.ts";
import { newId, UnitOfWork } from "../src/platform/index.ts";
import { sessionCookie } from "../src/platform/auth/index.ts";
import { HttpClient, withClient, type TestApp } from "./harness.ts";
import { newRecord } from "./personnel.builders.ts";

export const allInstruments = ["penalaran-umum", "sjt-manajerial", "in-basket-administrator", "kasus-layanan-terpadu"] as const;
/** The practice test is taken before any of these and weighs nothing; it alone has every interaction. */
export const practice = "latihan-antarmuka";
type Code = (typeof allInstruments)[number] | typeof practice;

export type Candidate = { actor: AttemptActor; token: string; enrolmentId: string; employeeId: string; http: HttpClient; attempts: Record<Code, string> };
export type Delivery = { agencyId: string; assessmentId: string; sittingId: string; noticeId: string; candidates: Candidate[] };

type Wanted = { agencyId?: string; candidates?: number; instruments?: readonly Code[]; windowStartMs?: number; windowEndMs?: number; /** From when the people are made, which may take a while. */ windowLengthMs?: number; /** Somebody who sits elsewhere already, instead of new people. */ person?: Candidate; proctorStarts?: boolean; entryClosesMinutes?: number; offlineWindowMinutes?: number; safeExamBrowser?: boolean };
type Agency = { noticeId: string; dictionaryId: string; standardsId: string; categoriesId: string; versions: Map<string, string> };

const minute = 60_000;

/**
 * An open assessment with one sitting whose window is now, and its attempts prepared. The plan itself is written by the owner,
 * because windows of seconds and sittings of one instrument are no plans that planning would open; that way is tested apart.
 */
export async function newDelivery(app: TestApp, wanted: Wanted = {}): Promise<Delivery> {
  const agencyId = wanted.agencyId ?? (await app.newAgency());
  const scope = { agencyId, accountId: null };
  const agency = await app.run(scope, () => stocked(app));
  const records = wanted.person ? [] : Array.from({ length: wanted.candidates ?? 1 }, () => newRecord());
  const employees = await app.run(scope, () => app.get(Employees).enter(records));
  const people: Person[] = wanted.person ? [{ accountId: wanted.person.actor.accountId, token: wanted.person.token, enrolmentId: newId(), employeeId: wanted.person.employeeId }] : [];
  for (const { nip } of records) people.push(await newCandidate(app, agencyId, employees.get(nip) as string));
  const plan = { assessmentId: newId(), sittingId: newId(), versions: (wanted.instruments ?? allInstruments).map((code) => agency.versions.get(code) as string) };
  const window = { start: new Date(wanted.windowStartMs ?? Date.now() - 5 * minute), end: new Date(wanted.windowEndMs ?? Date.now() + (wanted.windowLengthMs ?? 600 * minute)) };
  await withClient(app.database.ownerUrl, async (client) => {
    await client.query(
      "insert into assessment (id, agency_id, number, title, purpose, state, standards_id, standard_code, dictionary_id, jpm_categories_id, notice_id, offline_window_minutes) values ($1, $2, $3, 'Uji', 'mapping', 'open', $4, 'administrator', $5, $6, $7, $8)",
      [plan.assessmentId, agencyId, newId(), agency.standardsId, agency.dictionaryId, agency.categoriesId, agency.noticeId, wanted.offlineWindowMinutes ?? 30],
    );
    await client.query("insert into sitting (id, agency_id, assessment_id, title, window_start, window_end, time_zone, proctor_starts, entry_closes_minutes, safe_exam_browser) values ($1, $2, $3, 'Sesi uji', $4, $5, 'Asia/Jakarta', $6, $7, $8)", [plan.sittingId, agencyId, plan.assessmentId, window.start, window.end, wanted.proctorStarts ?? false, wanted.entryClosesMinutes ?? null, wanted.safeExamBrowser ?? false]);
    for (const [index, versionId] of plan.versions.entries()) {
      await client.query("insert into assessment_instrument values ($1, $2, $3, $4)", [agencyId, plan.assessmentId, versionId, index + 1]);
      await client.query("insert into sitting_instrument values ($1, $2, $3, $4)", [agencyId, plan.sittingId, versionId, index + 1]);
    }
    for (const { enrolmentId, accountId, employeeId } of people) {
      await client.query("insert into enrolment (id, agency_id, assessment_id, employee_id, account_id) values ($1, $2, $3, $4, $5)", [enrolmentId, agencyId, plan.assessmentId, employeeId, accountId]);
      await client.query("insert into enrolment_sitting values ($1, $2, $3)", [agencyId, enrolmentId, plan.sittingId]);
    }
  });
  await app.run(scope, () => app.get(AttemptPreparation).prepare(plan.assessmentId));
  const codes = new Map([...agency.versions].map(([code, id]) => [id, code]));
  const candidates = await app.run(scope, async () => {
    const made = await app.get(Attempts).byEnrolments(people.map(({ enrolmentId }) => enrolmentId));
    return people.map(({ accountId, token, enrolmentId, employeeId }): Candidate => {
      const attempts = Object.fromEntries(made.filter((attempt) => attempt.enrolmentId === enrolmentId).map((attempt) => [codes.get(attempt.instrumentVersionId), attempt.id])) as Record<Code, string>;
      const http = new HttpClient(app.url);
      http.token = token;
      return { actor: { agencyId, accountId }, token, enrolmentId, employeeId, http, attempts };
    });
  });
  return { agencyId, assessmentId: plan.assessmentId, sittingId: plan.sittingId, noticeId: agency.noticeId, candidates };
}

/** Catalogue and instruments that ship, in the agency of the running unit of work. */
async function stocked(app: TestApp): Promise<Agency> {
  await loadShippedCatalogue(app.get(Configurations));
  await loadShippedInstruments(app.get(Instruments));
  const current = async (kind: Parameters<Configurations["current"]>[0]) => (await app.get(Configurations).current(kind, new Date("2030-01-01")))?.id as string;
  const versions = new Map((await app.get(Instruments).published()).map((version) => [version.code, version.id]));
  return { noticeId: await current("notice"), dictionaryId: await current("competency-dictionary"), standardsId: await current("position-standards"), categoriesId: await current("jpm-categories"), versions };
}

type Person = { accountId: string; token: string; enrolmentId: string; employeeId: string };

async function newCandidate(app: TestApp, agencyId: string, employeeId: string): Promise<Person> {
  // Without a password: hundreds of hashes would take longer than the tests, and the session is opened directly.
  const login = `peserta.${newId()}`;
  const accountId = await app.run({ agencyId, accountId: null }, async () => {
    const id = await app.get(Accounts).create({ login, name: `Peserta ${login.slice(-4)}` });
    await app.get(Accounts).grant({ accountId: id, role: "candidate", basis: "uji" });
    return id;
  });
  const { token } = await app.get(UnitOfWork).run({ agencyId: null, accountId: null }, async () => app.get(Sessions).open({ accountId, agencyId, userAgent: undefined }));
  return { accountId, token, enrolmentId: newId(), employeeId };
}

/** Notice acknowledged and clock started, through the desk. */
export async function started(app: TestApp, delivery: Delivery, candidate: Candidate, code: Code): Promise<string> {
  const desk = app.get(Desk);
  const attemptId = candidate.attempts[code];
  await desk.acknowledgeNotice(candidate.actor, attemptId, delivery.noticeId);
  const answer = await desk.start(candidate.actor, attemptId);
  if (!answer.ok) throw new Error(`cannot start: ${answer.refusal}`);
  return attemptId;
}

/** One response per call, in the shape of the item. */
export function respond(itemId: string, optionId: string | null, opId = newId()): Operation {
  return { opId, kind: "respond", itemId, response: { interaction: "choice", optionId } };
}

export function itemIds(paper: Paper): string[] {
  return paper.kind === "test" ? paper.sections.flatMap((section) => section.items.map((item) => item.id)) : [];
}

export class Line {
  private constructor(readonly socket: Socket) {}

  static async open(url: string, token: string | undefined, protocol: number = protocolVersion): Promise<Line> {
    const socket = io(url, { transports: ["websocket"], forceNew: true, reconnection: false, auth: { protocol }, ...(token === undefined ? {} : { extraHeaders: { cookie: `${sessionCookie}=${token}` } }) });
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    });
    return new Line(socket);
  }

  call(event: string, message: unknown): Promise<any> {
    return this.socket.timeout(10_000).emitWithAck(event, message);
  }

  async snapshot(attemptId: string): Promise<Snapshot> {
    const answer = await this.call("attempt:open", { attemptId });
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.snapshot;
  }

  async append(attemptId: string, operations: Operation[], epoch = 1): Promise<Acknowledgement[]> {
    const answer: AppendAnswer = await this.call("attempt:append", { attemptId, epoch, operations });
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.acknowledgements;
  }

  next(event: string, limitMs = 8_000): Promise<any> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`no ${event} within ${limitMs} ms`)), limitMs);
      this.socket.once(event, (push) => {
        clearTimeout(limit);
        resolve(push);
      });
    });
  }

  close(): void {
    this.socket.disconnect();
  }
}
