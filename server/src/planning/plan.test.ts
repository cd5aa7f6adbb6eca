import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlap, planProblems, windowRoom, type Plan } from "./plan.rules.ts";
import { distributeAssessors, seat } from "./seating.rules.ts";

const now = new Date("2026-11-23T00:00:00Z");
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const sitting = (id: string, from: number, to: number, instrumentVersionIds: string[]) => ({ id, title: `Sesi ${id}`, windowStart: at(from), windowEnd: at(to), instrumentVersionIds, proctorStarts: false, entryClosesMinutes: null, safeExamBrowser: false });
const instrument = (versionId: string, hours: number, competencies: string[]) => ({ versionId, title: `Alat ${versionId}`, state: "published", durationSeconds: hours * 3600, competencies });
/** Without a clock. */
const form = { ...instrument("f", 1, []), durationSeconds: null };
const candidate = (enrolmentId: string) => ({ enrolmentId, employeeId: `e-${enrolmentId}`, name: `Peserta ${enrolmentId}`, accountId: `a-${enrolmentId}`, sittingIds: ["p", "q"], assessorAccountIds: ["x", "y"], extraPercent: 0 });

/** A plan without a problem; each case breaks one thing. */
const good: Plan = {
  required: { "M.01": 3, "M.02": 3 },
  competencyNames: { "M.01": "Integritas", "M.02": "Kerja Sama" },
  lead: { accountId: "lead", name: "Ketua", valid: true },
  instruments: [instrument("t", 1, ["M.01", "M.02"]), instrument("k", 1, ["M.01", "M.02"]), instrument("r", 1, [])],
  matrix: ["t", "k"].flatMap((versionId) => ["M.01", "M.02"].map((competency) => ({ versionId, competency }))),
  sittings: [sitting("p", 24, 27, ["t", "r"]), sitting("q", 28, 29, ["k"])],
  candidates: ["1", "2", "3", "4"].map(candidate),
  elsewhere: [],
  assessors: { x: { name: "Asesor X", valid: true }, y: { name: "Asesor Y", valid: true } },
};
const [first, ...others] = good.candidates;
const one = (change: Partial<(typeof good.candidates)[number]>): Plan => ({ ...good, candidates: [{ ...first!, ...change }, ...others] });
const sittings = (...changed: Plan["sittings"]): Plan => ({ ...good, sittings: changed });

/** With a form that lies open for days, across the sittings of the day. */
const withForm: Plan = {
  ...good,
  instruments: [...good.instruments, form],
  sittings: [...good.sittings, sitting("z", 1, 200, ["f"])],
  candidates: good.candidates.map((person) => ({ ...person, sittingIds: ["p", "q", "z"] })),
};

describe("planProblems", () => {
  it("finds nothing in a good plan", () => {
    expect(planProblems(good, now)).toEqual([]);
    expect(planProblems(withForm, now)).toEqual([]);
    expect(planProblems({ ...withForm, elsewhere: [{ employeeId: "e-1", isOfForms: true, assessmentNumber: "PK-2026-0009", sittingTitle: "Formulir", windowStart: at(0), windowEnd: at(90) }] }, now)).toEqual([]);
  });

  const errors: [string, Plan][] = [
    ["no-instruments", { ...good, instruments: [], matrix: [], sittings: [], candidates: [] }],
    ["instrument-not-published", { ...good, instruments: [{ ...good.instruments[0]!, state: "retired" }, ...good.instruments.slice(1)] }],
    ["competency-not-covered", { ...good, matrix: good.matrix.filter((cell) => cell.competency !== "M.02") }],
    ["cell-not-measured", { ...good, matrix: [...good.matrix, { versionId: "r", competency: "M.01" }] }],
    ["no-sittings", { ...good, sittings: [] }],
    ["sitting-without-instruments", sittings(...good.sittings, sitting("z", 30, 31, []))],
    ["sitting-of-removed-instrument", sittings(good.sittings[0]!, sitting("q", 28, 29, ["k", "gone"]))],
    ["window-too-short", sittings(sitting("p", 24, 25.5, ["t", "r"]), good.sittings[1]!)],
    ["forms-with-timed", { ...withForm, sittings: [sitting("p", 24, 27, ["t", "r", "f"]), good.sittings[1]!] }],
    ["forms-supervised", { ...withForm, sittings: [...good.sittings, { ...sitting("z", 1, 200, ["f"]), safeExamBrowser: true }] }],
    ["sitting-over", sittings(sitting("p", -4, -1, ["t", "r"]), good.sittings[1]!)],
    ["time-left-too-short", sittings(sitting("p", -2, 1, ["t", "r"]), good.sittings[1]!)],
    ["instrument-not-scheduled", sittings(good.sittings[0]!)],
    ["no-candidates", { ...good, candidates: [] }],
    ["candidate-not-seated", one({ sittingIds: ["p"] })],
    ["candidate-seated-twice", { ...one({ sittingIds: ["p", "q", "z"] }), sittings: [...good.sittings, sitting("z", 40, 42, ["k"])] }],
    ["sittings-overlap", sittings(good.sittings[0]!, sitting("q", 26, 28, ["k"]))],
    ["overlap-elsewhere", { ...good, elsewhere: [{ employeeId: "e-1", isOfForms: false, assessmentNumber: "PK-2026-0009", sittingTitle: "Lain", windowStart: at(26), windowEnd: at(27) }] }],
    ["no-lead", { ...good, lead: undefined }],
    ["lead-not-valid", { ...good, lead: { ...good.lead!, valid: false } }],
    ["too-few-assessors", one({ assessorAccountIds: ["x"] })],
    ["assesses-self", one({ accountId: "x" })],
    ["lead-is-candidate", one({ accountId: "lead" })],
    ["assessor-not-valid", { ...good, assessors: { ...good.assessors, y: { name: "Y", valid: false } } }],
  ];
  it.each(errors)("refuses: %s", (code, plan) => {
    const found = planProblems(plan, now).filter((problem) => problem.code === code);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((problem) => problem.severity === "error")).toBe(true);
  });

  const warnings: [string, Plan][] = [
    ["competency-covered-once", { ...good, matrix: good.matrix.slice(1) }],
    ["instrument-without-evidence", { ...good, matrix: good.matrix.filter((cell) => cell.versionId !== "k") }],
    ["sitting-started", sittings(sitting("p", -0.5, 3, ["t", "r"]), good.sittings[1]!)],
    ["sitting-empty", sittings(...good.sittings, sitting("z", 40, 42, ["k"]))],
    ["accommodation-cut-short", one({ extraPercent: 25 })],
    ["assessor-overloaded", { ...good, candidates: Array.from({ length: 9 }, (_, index) => candidate(String(index))) }],
  ];
  it.each(warnings)("warns: %s", (code, plan) => {
    const found = planProblems(plan, now);
    expect(found.filter((problem) => problem.code === code).map((problem) => problem.severity)).toContain("warning");
    expect(found.filter((problem) => problem.severity === "error")).toEqual([]);
  });

  it("says once of a window that is too short for everybody, and with its numbers of one that is too short for a candidate's accommodation", () => {
    const candidates = [{ ...first!, extraPercent: 25 }, ...others];
    expect(planProblems({ ...good, candidates, sittings: [sitting("p", 24, 26.25, ["t", "r"]), sitting("q", 28, 29.25, ["k"])] }, now)).toEqual([
      { code: "accommodation-cut-short", severity: "warning", step: "candidates", enrolmentId: "1", params: { candidate: "Peserta 1", sitting: "Sesi p", percent: 25, windowMinutes: 135, neededMinutes: 150 } },
    ]);
    expect(planProblems({ ...good, candidates, sittings: [sitting("p", 24, 25.5, ["t", "r"]), sitting("q", 28, 29.25, ["k"])] }, now).map(({ code }) => code)).toEqual(["window-too-short"]);
  });

  it("says the numbers of a window that is too short", () => {
    expect(planProblems(sittings(sitting("p", 24, 25.5, ["t", "r"]), good.sittings[1]!), now)).toEqual([
      { code: "window-too-short", severity: "error", step: "sittings", params: { sitting: "Sesi p", windowMinutes: 90, neededMinutes: 120 } },
    ]);
  });
});

describe("windows", () => {
  it("a window holds its instruments exactly when it is as long as their sum", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 240 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 900 }), (minutes, window) => {
        const instruments = minutes.map((value, index) => ({ versionId: String(index), durationSeconds: value * 60 }));
        const room = windowRoom({ windowStart: now, windowEnd: new Date(now.getTime() + window * 60_000), instrumentVersionIds: instruments.map(({ versionId }) => versionId) }, instruments);
        expect(room).toEqual({ windowMinutes: window, neededMinutes: minutes.reduce((a, b) => a + b) });
      }),
    );
  });

  it("overlap is symmetric, and touching is not overlapping", () => {
    const window = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({ windowStart: at(start), windowEnd: at(start + length) }));
    fc.assert(
      fc.property(window, window, (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a));
        expect(overlap(a, a)).toBe(true);
        expect(overlap(a, b)).toBe(a.windowEnd > b.windowStart && b.windowEnd > a.windowStart);
      }),
    );
    expect(overlap({ windowStart: at(1), windowEnd: at(2) }, { windowStart: at(2), windowEnd: at(3) })).toBe(false);
  });
});

describe("seat", () => {
  it("covers every instrument once, in the emptiest sitting, without overlap", () => {
    const halls = [sitting("a", 0, 2, ["t", "r"]), sitting("b", 0, 2, ["t", "r"]), sitting("c", 3, 5, ["k"]), sitting("d", 1, 2, ["k"])];
    expect(seat([instrument("t", 1, []), instrument("r", 1, []), instrument("k", 1, [])], halls, new Map([["a", 3], ["b", 1]]))).toEqual(["b", "c"]);
    expect(seat([instrument("t", 1, []), instrument("missing", 1, [])], halls, new Map())).toEqual(["a"]);
    expect(seat([], halls, new Map())).toEqual([]);
    expect(seat([instrument("t", 1, []), form], [...halls, sitting("z", 0, 200, ["f"])], new Map())).toEqual(["a", "z"]);
  });

  it("never seats twice for one instrument or in two places at once", () => {
    const hall = fc.record({ from: fc.nat(10), length: fc.integer({ min: 1, max: 4 }), held: fc.subarray(["t", "k", "r"], { minLength: 1 }) });
    fc.assert(
      fc.property(fc.array(hall, { maxLength: 8 }), (halls) => {
        const all = halls.map(({ from, length, held }, index) => sitting(String(index), from, from + length, held));
        const chosen = seat(["t", "k", "r"].map((id) => instrument(id, 1, [])), all, new Map()).map((id) => all[Number(id)]!);
        const covered = chosen.flatMap((one) => one.instrumentVersionIds);
        expect(new Set(covered).size).toBe(covered.length);
        chosen.forEach((a, index) => chosen.slice(index + 1).forEach((b) => expect(overlap(a, b)).toBe(false)));
      }),
    );
  });
});

describe("distributeAssessors", () => {
  it("gives everybody the wanted number of assessors, never themself, in groups of four to eight", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 4, max: 24 }), fc.integer({ min: 2, max: 3 }), (count, assessors, perCandidate) => {
        const ids = Array.from({ length: assessors }, (_, index) => `x${index}`);
        // Every third candidate is an assessor too.
        const candidates = Array.from({ length: count }, (_, index) => ({ enrolmentId: String(index), accountId: index % 3 === 0 ? (ids[index % assessors] ?? null) : null }));
        const result = distributeAssessors(candidates, ids, perCandidate);
        expect(result.map((one) => one.enrolmentId)).toEqual(candidates.map((one) => one.enrolmentId));
        result.forEach((one, index) => {
          expect(new Set(one.accountIds).size).toBe(perCandidate);
          expect(one.accountIds).not.toContain(candidates[index]?.accountId);
        });
      }),
    );
  });

  it("keeps groups between four and eight and teams apart while they suffice", () => {
    const candidates = Array.from({ length: 24 }, (_, index) => ({ enrolmentId: String(index), accountId: null }));
    const result = distributeAssessors(candidates, ["a", "b", "c", "d", "e", "f", "g", "h"], 2);
    const teams = new Map<string, number>();
    for (const { accountIds } of result) teams.set(accountIds.join("+"), (teams.get(accountIds.join("+")) ?? 0) + 1);
    expect([...teams]).toEqual([["a+b", 6], ["c+d", 6], ["e+f", 6], ["g+h", 6]]);
    expect(distributeAssessors(candidates, ["a"], 2)).toEqual([]);
  });
});
