/** What stands in the way of opening a plan. Pure: the whole plan and the time are arguments, every problem comes back. */
import type { PlanProblem } from "@kompeten/shared/contracts/planning";
import { extraMs } from "../personnel/index.ts";
import { groupBy } from "./group-by.rules.ts";

export type PlanInstrument = { versionId: string; title: string; state: string; /** Null: a form, without a clock. */ durationSeconds: number | null; competencies: readonly string[] };
export type PlanSitting = { id: string; title: string; windowStart: Date; windowEnd: Date; instrumentVersionIds: readonly string[]; proctorStarts: boolean; entryClosesMinutes: number | null; safeExamBrowser: boolean };
export type PlanCandidate = {
  enrolmentId: string;
  employeeId: string;
  name: string;
  accountId: string | null;
  sittingIds: readonly string[];
  assessorAccountIds: readonly string[];
  /** Accommodation in force: this much more of every limit. */
  extraPercent: number;
};
/** A sitting of the same person in another assessment that is open. */
export type SittingElsewhere = { employeeId: string; /** Of forms alone. */ isOfForms: boolean; assessmentNumber: string; sittingTitle: string; windowStart: Date; windowEnd: Date };
export type Plan = {
  /** Level per competency that the target position requires. */
  required: Readonly<Record<string, number>>;
  competencyNames: Readonly<Record<string, string>>;
  lead: { accountId: string; name: string; valid: boolean } | undefined;
  instruments: readonly PlanInstrument[];
  matrix: readonly { versionId: string; competency: string }[];
  sittings: readonly PlanSitting[];
  candidates: readonly PlanCandidate[];
  elsewhere: readonly SittingElsewhere[];
  /** Everybody assigned; `valid` while they may assess in this agency. */
  assessors: Readonly<Record<string, { name: string; valid: boolean }>>;
};

/** "At least two assessors per candidate", "groups of four to eight" (PerBKN 26/2019). */
export const assessorsPerCandidateMin = 2;
export const candidatesPerAssessorMax = 8;

type Say = (problem: Omit<PlanProblem, "severity"> & { severity?: PlanProblem["severity"] }) => void;

/** Errors forbid opening; warnings ask for a second look. In the order of the steps. */
export function planProblems(plan: Plan, now: Date): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const say: Say = (problem) => problems.push({ severity: "error", ...problem });
  checkInstruments(plan, say);
  checkMatrix(plan, say);
  checkSittings(plan, now, say);
  checkCandidates(plan, say);
  checkAssessors(plan, say);
  return problems;
}

function checkInstruments(plan: Plan, say: Say): void {
  const step = "instruments" as const;
  if (plan.instruments.length === 0) say({ code: "no-instruments", step, params: {} });
  for (const instrument of plan.instruments) {
    if (instrument.state !== "published") say({ code: "instrument-not-published", step, params: { instrument: instrument.title } });
  }
}

/** Every required competency has evidence, and one instrument alone is too few for a level (design: domain §3). */
function checkMatrix(plan: Plan, say: Say): void {
  const step = "matrix" as const;
  if (plan.instruments.length === 0) return;
  const instruments = new Map(plan.instruments.map((instrument) => [instrument.versionId, instrument]));
  for (const [code, level] of Object.entries(plan.required)) {
    const covering = plan.matrix.filter((cell) => cell.competency === code && instruments.has(cell.versionId));
    const params = { competency: plan.competencyNames[code] ?? code, code, level };
    if (covering.length === 0) say({ code: "competency-not-covered", step, params });
    if (covering.length === 1) say({ code: "competency-covered-once", severity: "warning", step, params: { ...params, instrument: instruments.get(covering[0]?.versionId ?? "")?.title ?? "" } });
  }
  for (const instrument of plan.instruments) {
    const ticked = plan.matrix.filter((cell) => cell.versionId === instrument.versionId);
    for (const { competency } of ticked) {
      if (!instrument.competencies.includes(competency)) say({ code: "cell-not-measured", step, params: { instrument: instrument.title, competency: plan.competencyNames[competency] ?? competency } });
    }
    if (ticked.length === 0 && instrument.competencies.length > 0) say({ code: "instrument-without-evidence", severity: "warning", step, params: { instrument: instrument.title } });
  }
}

function checkSittings(plan: Plan, now: Date, say: Say): void {
  const step = "sittings" as const;
  if (plan.sittings.length === 0) say({ code: "no-sittings", step, params: {} });
  const titles = new Map(plan.instruments.map((instrument) => [instrument.versionId, instrument.title]));
  for (const sitting of plan.sittings) {
    const at = { sitting: sitting.title };
    if (sitting.instrumentVersionIds.length === 0) say({ code: "sitting-without-instruments", step, params: at });
    if (sitting.instrumentVersionIds.some((id) => !titles.has(id))) say({ code: "sitting-of-removed-instrument", step, params: at });
    if (isMixed(sitting, plan.instruments)) say({ code: "forms-with-timed", step, params: at });
    if (isOfForms(sitting, plan.instruments) && (sitting.proctorStarts || sitting.entryClosesMinutes !== null || sitting.safeExamBrowser)) say({ code: "forms-supervised", step, params: at });
    const room = windowRoom(sitting, plan.instruments);
    if (room.windowMinutes < room.neededMinutes) say({ code: "window-too-short", step, params: { ...at, ...room } });
    const leftMinutes = Math.floor((sitting.windowEnd.getTime() - now.getTime()) / 60_000);
    if (sitting.windowEnd <= now) say({ code: "sitting-over", step, params: at });
    else if (leftMinutes < room.neededMinutes && room.windowMinutes >= room.neededMinutes) say({ code: "time-left-too-short", step, params: { ...at, leftMinutes, neededMinutes: room.neededMinutes } });
    else if (sitting.windowStart <= now) say({ code: "sitting-started", severity: "warning", step, params: at });
    if (!plan.candidates.some((candidate) => candidate.sittingIds.includes(sitting.id))) say({ code: "sitting-empty", severity: "warning", step, params: at });
  }
  for (const [versionId, title] of titles) {
    if (plan.sittings.length > 0 && !plan.sittings.some((sitting) => sitting.instrumentVersionIds.includes(versionId))) say({ code: "instrument-not-scheduled", step, params: { instrument: title } });
  }
}

function checkCandidates(plan: Plan, say: Say): void {
  const step = "candidates" as const;
  if (plan.candidates.length === 0) say({ code: "no-candidates", step, params: {} });
  const sittings = new Map(plan.sittings.map((sitting) => [sitting.id, sitting]));
  const elsewhere = groupBy(plan.elsewhere, (one) => one.employeeId);
  for (const candidate of plan.candidates) {
    const own = candidate.sittingIds.flatMap((id) => sittings.get(id) ?? []);
    const about = { step, enrolmentId: candidate.enrolmentId };
    const times = new Map(plan.instruments.map(({ versionId }) => [versionId, own.filter((sitting) => sitting.instrumentVersionIds.includes(versionId)).length]));
    const titlesWith = (wanted: (count: number) => boolean) => plan.instruments.filter(({ versionId }) => wanted(times.get(versionId) ?? 0)).map(({ title }) => title);
    const missing = titlesWith((count) => count === 0);
    const twice = titlesWith((count) => count > 1);
    if (missing.length > 0) say({ code: "candidate-not-seated", ...about, params: { candidate: candidate.name, instruments: missing.join(", ") } });
    if (twice.length > 0) say({ code: "candidate-seated-twice", ...about, params: { candidate: candidate.name, instruments: twice.join(", ") } });
    for (const sitting of candidate.extraPercent > 0 ? own : []) {
      const [plain, room] = [0, candidate.extraPercent].map((extraPercent) => windowRoom(sitting, plan.instruments, extraPercent));
      // One that is too short for everybody is said of the sitting.
      if (plain && room && room.windowMinutes < room.neededMinutes && plain.windowMinutes >= plain.neededMinutes) say({ code: "accommodation-cut-short", severity: "warning", ...about, params: { candidate: candidate.name, sitting: sitting.title, percent: candidate.extraPercent, ...room } });
    }
    own.forEach((first, index) => {
      // Forms lie open for days beside whatever else is taken.
      if (isOfForms(first, plan.instruments)) return;
      const second = own.slice(index + 1).find((other) => !isOfForms(other, plan.instruments) && overlap(first, other));
      if (second) say({ code: "sittings-overlap", ...about, params: { candidate: candidate.name, first: first.title, second: second.title } });
      const other = (elsewhere.get(candidate.employeeId) ?? []).find((one) => !one.isOfForms && overlap(first, one));
      if (other) say({ code: "overlap-elsewhere", ...about, params: { candidate: candidate.name, sitting: first.title, assessment: other.assessmentNumber, other: other.sittingTitle } });
    });
  }
}

function checkAssessors(plan: Plan, say: Say): void {
  const step = "assessors" as const;
  if (!plan.lead) say({ code: "no-lead", step, params: {} });
  else if (!plan.lead.valid) say({ code: "lead-not-valid", step, params: { lead: plan.lead.name } });
  const load = new Map<string, number>();
  for (const candidate of plan.candidates) {
    const about = { step, enrolmentId: candidate.enrolmentId };
    const count = candidate.assessorAccountIds.length;
    if (count < assessorsPerCandidateMin) say({ code: "too-few-assessors", ...about, params: { candidate: candidate.name, count, min: assessorsPerCandidateMin } });
    if (candidate.accountId !== null && candidate.assessorAccountIds.includes(candidate.accountId)) say({ code: "assesses-self", ...about, params: { candidate: candidate.name } });
    if (plan.lead && candidate.accountId === plan.lead.accountId) say({ code: "lead-is-candidate", ...about, params: { lead: plan.lead.name } });
    for (const id of candidate.assessorAccountIds) load.set(id, (load.get(id) ?? 0) + 1);
  }
  for (const [id, count] of load) {
    const assessor = plan.assessors[id] ?? { name: "?", valid: false };
    if (!assessor.valid) say({ code: "assessor-not-valid", step, params: { assessor: assessor.name } });
    if (count > candidatesPerAssessorMax) say({ code: "assessor-overloaded", severity: "warning", step, params: { assessor: assessor.name, count, max: candidatesPerAssessorMax } });
  }
}

export type Timed = Pick<PlanInstrument, "versionId" | "durationSeconds">;
type Holding = Pick<PlanSitting, "instrumentVersionIds">;

/** T8 of delivery: forms have a sitting of their own, with a window of days, no order and nobody who watches. */
export function isOfForms({ instrumentVersionIds }: Holding, instruments: readonly Timed[]): boolean {
  return instrumentVersionIds.length > 0 && instrumentVersionIds.every((id) => isWithoutClock(id, instruments));
}

function isMixed(sitting: Holding, instruments: readonly Timed[]): boolean {
  return !isOfForms(sitting, instruments) && sitting.instrumentVersionIds.some((id) => isWithoutClock(id, instruments));
}

function isWithoutClock(versionId: string, instruments: readonly Timed[]): boolean {
  return instruments.find((one) => one.versionId === versionId)?.durationSeconds === null;
}

/** A sitting's window and what its instruments need, with an accommodation if there is one, summed, because they are taken one after the other. */
export function windowRoom(sitting: Pick<PlanSitting, "windowStart" | "windowEnd" | "instrumentVersionIds">, instruments: readonly Timed[], extraPercent = 0): { windowMinutes: number; neededMinutes: number } {
  const duration = new Map(instruments.map((instrument) => [instrument.versionId, instrument.durationSeconds]));
  const needed = (limitMs: number): number => limitMs + extraMs(limitMs, extraPercent);
  const neededMs = sitting.instrumentVersionIds.reduce((sum, id) => sum + needed((duration.get(id) ?? 0) * 1000), 0);
  return { windowMinutes: Math.floor((sitting.windowEnd.getTime() - sitting.windowStart.getTime()) / 60_000), neededMinutes: Math.ceil(neededMs / 60_000) };
}

type Window = { windowStart: Date; windowEnd: Date };
/** Half-open: one that begins when the other ends does not overlap it. */
export function overlap(a: Window, b: Window): boolean {
  return a.windowStart < b.windowEnd && b.windowStart < a.windowEnd;
}
