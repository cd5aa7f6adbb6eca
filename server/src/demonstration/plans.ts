/** The three assessments of an agency, planned step by step as an organiser does it in the browser. */
import type { NewAssessmentBody, SittingsBody } from "@kompeten/shared/contracts/planning";
import { assert } from "@kompeten/shared/kernel";
import { Instruments } from "../authoring/index.ts";
import { Configurations } from "../catalogue/index.ts";
import { Accounts } from "../identity/index.ts";
import { AssessorMatrix, Assessments, Enrolling, Opening, PlanDrafts } from "../planning/index.ts";
import { lentAssessor } from "./agencies.ts";
import { groupSize, pairsFor } from "./behaviour/pairs.rules.ts";
import { allOf, hastyInBasketCode, one, type Employee, type Foundation } from "./foundation.ts";
import type { Stage } from "./stage.ts";

const minuteMs = 60_000;

export type PlanKind = "finished" | "running" | "planned";
type PlanText = { title: string; purpose: NewAssessmentBody["purpose"]; standardCode: string; instruments: readonly string[]; /** In a sitting of their own. */ forms?: readonly string[] };

const plans: Readonly<Record<PlanKind, PlanText>> = {
  finished: {
    title: "Penilaian Kompetensi Pengisian Jabatan Administrator",
    purpose: "position-filling",
    standardCode: "administrator",
    instruments: ["penalaran-umum", "sjt-manajerial", hastyInBasketCode, "kasus-layanan-terpadu"],
  },
  running: {
    title: "Pemetaan Kompetensi Pejabat Administrator",
    purpose: "mapping",
    standardCode: "administrator",
    instruments: ["penalaran-umum", "sjt-manajerial", "in-basket-administrator", "kasus-layanan-terpadu"],
    forms: ["formulir-riwayat-hidup", "formulir-kompetensi", "formulir-insiden-kritis"],
  },
  planned: {
    title: "Pemetaan Calon Pejabat Pengawas",
    purpose: "mapping",
    standardCode: "pengawas",
    instruments: ["penalaran-umum", "sjt-manajerial", "kasus-layanan-terpadu"],
  },
};

/** Plans an assessment of `candidates`; the planned one stays a draft that can be opened, the others are opened. */
export async function plan(stage: Stage, foundation: Foundation, kind: PlanKind, candidates: readonly Employee[]): Promise<string> {
  const { agency, agencyId, staff } = foundation;
  const organiser = one(staff, agency, "organiser");
  const asOrganiser = <T>(work: () => Promise<T>): Promise<T> => stage.as(agencyId, organiser, work);
  const text = plans[kind];

  const { title, purpose, standardCode } = text;
  const standardsId = await asOrganiser(async () => (await stage.get(Configurations).current("position-standards", stage.now))?.id);
  assert(standardsId, "the catalogue holds position standards");
  const id = must(await asOrganiser(() => stage.get(PlanDrafts).create({ title: `${title} ${stage.now.getUTCFullYear()}`, purpose, standardsId, standardCode, offlineWindowMinutes: 30 })));

  // The version goes up by one with every step.
  const versionIds = await asOrganiser(() => versionsOf(stage, text.instruments));
  const formIds = await asOrganiser(() => versionsOf(stage, text.forms ?? []));
  must(await asOrganiser(() => stage.get(PlanDrafts).chooseInstruments(id, { version: 1, versionIds: [...versionIds, ...formIds] })));
  const sittings = await asOrganiser(() => sittingsOf(stage, foundation, kind, { versionIds, formIds }));
  must(await asOrganiser(() => stage.get(PlanDrafts).sittings(id, { version: 2, sittings })));
  must(await asOrganiser(() => stage.get(Enrolling).enrol(id, { version: 3, employeeIds: candidates.map(({ employeeId }) => employeeId) })));
  must(await asOrganiser(() => stage.get(AssessorMatrix).lead(id, { version: 4, accountId: one(staff, agency, "lead-assessor") })));
  const version = await asOrganiser(() => assign(stage, id, 5, candidates, assessorsOf(foundation)));
  if (kind !== "planned") must(await asOrganiser(() => stage.get(Opening).open(id, version)));
  return id;
}

/** Group by group; gives the plan's version afterwards. */
async function assign(stage: Stage, id: string, version: number, candidates: readonly Employee[], assessors: readonly string[]): Promise<number> {
  const enrolments = await stage.get(Assessments).enrolments(id);
  const enrolmentOf = new Map(enrolments.map((enrolment) => [enrolment.employeeId, enrolment.id]));
  const pairs = pairsFor(Math.ceil(candidates.length / groupSize), assessors);
  for (const [group, accountIds] of pairs.entries()) {
    const members = candidates.slice(group * groupSize, (group + 1) * groupSize);
    const enrolmentIds = members.flatMap(({ employeeId }) => enrolmentOf.get(employeeId) ?? []);
    must(await stage.get(AssessorMatrix).assign(id, { version: version + group, enrolmentIds, accountIds, mode: "replace" }));
  }
  return version + pairs.length;
}

/** Those of the agency, and whoever has been lent to it. */
function assessorsOf({ agency, staff }: Foundation): string[] {
  const lent = agency.code === lentAssessor.to ? staff.get(lentAssessor.login) : undefined;
  return [...allOf(staff, agency, "assessor"), ...(lent === undefined ? [] : [lent])];
}

async function versionsOf(stage: Stage, codes: readonly string[]): Promise<string[]> {
  const published = await stage.get(Instruments).published();
  return codes.map((code) => {
    const found = published.find((version) => version.code === code);
    assert(found, `${code} is published`);
    return found.id;
  });
}

type NewSitting = SittingsBody["sittings"][number];

async function sittingsOf(stage: Stage, { agency }: Foundation, kind: PlanKind, { versionIds: instrumentVersionIds, formIds }: { versionIds: string[]; formIds: string[] }): Promise<NewSitting[]> {
  const common = { timeZone: "Asia/Jakarta" as const, instrumentVersionIds, proctorStarts: false, entryClosesMinutes: null, safeExamBrowser: false };
  const start = new Date(Math.floor(stage.now.getTime() / (5 * minuteMs)) * 5 * minuteMs);
  const window = (minutes: number) => ({ windowStart: start.toISOString(), windowEnd: new Date(start.getTime() + minutes * minuteMs).toISOString() });
  switch (kind) {
    case "finished":
      return ["A", "B"].map((room) => ({ ...common, title: `Sesi 1 Ruang ${room}`, place: `${agency.place}, Ruang ${room}`, ...window(5 * 60) }));
    case "running":
      return [{ ...common, title: "Sesi daring", place: "Daring dari kantor masing-masing", ...window(30 * 24 * 60) }, { ...common, title: "Formulir sebelum wawancara", place: null, ...window(14 * 24 * 60), instrumentVersionIds: formIds }];
    case "planned": {
      const day = inOneWeek(await stage.get(Accounts).today());
      return [{ ...common, title: "Sesi pagi", place: agency.place, windowStart: `${day}T08:00:00+07:00`, windowEnd: `${day}T12:00:00+07:00` }];
    }
  }
}

function inOneWeek(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 7 * 24 * 60 * minuteMs).toISOString().slice(0, 10);
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: string; readonly problems?: unknown };

/** The demonstration's plans are possible: a refusal is a bug. */
function must<T>(outcome: Outcome<T>): T {
  assert(outcome.ok, outcome.ok ? "" : `the plan was refused: ${outcome.refusal} ${JSON.stringify(outcome.problems ?? "")}`);
  return outcome.value;
}
