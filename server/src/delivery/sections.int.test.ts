import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import { newDelivery, respond, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { newId } from "../platform/index.ts";
import { brokenAt } from "./journal-chain.ts";
import { Attempts, Desk } from "./index.ts";
import { Journal } from "./journal.service.ts";

let app: TestApp;
let delivery: Delivery;
const candidates: Candidate[] = [];
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 4, instruments: ["latihan-antarmuka"] });
  candidates.push(...delivery.candidates);
});
afterAll(() => app?.stop());

const nextCandidate = () => {
  const candidate = candidates.pop();
  if (!candidate) throw new Error("more candidates are needed");
  return candidate;
};
const openSection = (sectionId: string): Operation => ({ opId: newId(), kind: "open-section", sectionId });
const slide = (value: number): Operation => ({ opId: newId(), kind: "respond", itemId: "l08", response: { interaction: "slider", value } });
const visit = (itemId: string): Operation => ({ opId: newId(), kind: "visit", itemId });
const sender = (candidate: Candidate, attemptId: string) => async (...operations: Operation[]) => {
  const answer: any = await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations });
  return answer.acknowledgements.map((one: any) => (one.ok ? "ok" : one.refusal));
};
const snapshotOf = async (candidate: Candidate, attemptId: string) => (await candidate.http.get(`/api/attempts/${attemptId}`)).body;
const journalOf = (attemptId: string) => app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(Attempts).journal(attemptId));

describe("[T7] sections taken one after the other", () => {
  it("are opened by the candidate in their order, and what is left is closed for good", async () => {
    const candidate = nextCandidate();
    const attemptId = await started(app, delivery, candidate, "latihan-antarmuka");
    const send = sender(candidate, attemptId);
    expect(await send(visit("l01"), respond("l01", "c"), slide(40))).toEqual(["ok", "ok", "does-not-fit"]);
    expect((await snapshotOf(candidate, attemptId)).status.sections).toMatchObject({ index: 0, plan: [{ id: "memilih", limitMs: 420_000, forwardOnly: true }, { id: "mengisi", limitMs: null, forwardOnly: false }] });

    // In one message: what belongs to the section before it counts, what comes behind it does not.
    const late = { ...respond("l01", "a"), madeAtMs: Date.now() } as Operation;
    expect(await send(visit("l02"), openSection("mengisi"), late, slide(70))).toEqual(["ok", "ok", "late", "ok"]);
    expect(await send(openSection("mengisi"), openSection("memilih"), openSection("lain"))).toEqual(["already-started", "already-started", "does-not-fit"]);
    // J3: set aside once, however often it is sent.
    expect(await send(late)).toEqual(["late"]);
    expect(await snapshotOf(candidate, attemptId)).toMatchObject({ setAside: { late: 1, merged: 0 }, status: { sections: { index: 1 }, work: { responses: { l01: { optionId: "c" }, l08: { value: 70 } } } } });
    const journal = await journalOf(attemptId);
    expect(journal.map(({ kind }) => kind)).toEqual(["prepared", "notice-acknowledged", "started", "visited", "responded", "visited", "section-opened", "responded"]);
    expect(brokenAt(attemptId, journal)).toBeUndefined();
  });

  it("take no answer to an item that a forward-only one has passed", async () => {
    const candidate = nextCandidate();
    const attemptId = await started(app, delivery, candidate, "latihan-antarmuka");
    const send = sender(candidate, attemptId);
    expect(await send(visit("l01"), respond("l01", "c"), visit("l03"), respond("l01", "a"), respond("l02", "a"))).toEqual(["ok", "ok", "ok", "late", "does-not-fit"]);
    expect((await snapshotOf(candidate, attemptId)).status.work.responses).toEqual({ l01: { interaction: "choice", optionId: "c" } });
  });

  it("give way to the next by the time alone; what was made before that while the line was down counts [J7]", async () => {
    const candidate = nextCandidate();
    const attemptId = await started(app, delivery, candidate, "latihan-antarmuka");
    const send = sender(candidate, attemptId);
    const { startedAtMs: fromMs, deadlineMs } = (await snapshotOf(candidate, attemptId)).status;
    // What is given or taken is the section's that is open. No proctor takes away seven minutes: a test has no seven minutes to wait.
    const draft = { kind: "extended", body: { ms: -420_000, reason: "uji" } } as const;
    const taking = { attemptId, opId: newId(), epoch: 1, accountId: null, draft, expectedSeq: null, next: { deadlineAtMs: deadlineMs - 420_000 } };
    expect(await app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(Journal).appendWithin([taking]))).toMatchObject([{ outcome: "appended" }]);
    const made = { ...respond("l01", "c"), madeAtMs: fromMs - 1 } as Operation;
    const after = { ...respond("l01", "a"), madeAtMs: fromMs + 10 } as Operation;
    expect(await send(made, after, slide(70))).toEqual(["ok", "late", "ok"]);
    expect(await snapshotOf(candidate, attemptId)).toMatchObject({ setAside: { late: 2, merged: 1 }, status: { work: { responses: { l01: { optionId: "c" }, l08: { value: 70 } } } } });
    expect(await send(openSection("mengisi"))).toEqual(["already-started"]);
  });

  it("stand still in a pause", async () => {
    const candidate = nextCandidate();
    const attemptId = await started(app, delivery, candidate, "latihan-antarmuka");
    const send = sender(candidate, attemptId);
    const proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
    const change = (kind: string) => proctor.post(`/api/assessments/${delivery.assessmentId}/time-changes`, { opId: newId(), attemptIds: [attemptId], change: { kind }, reason: "Alarm kebakaran di gedung." });
    expect((await change("pause")).status).toBe(200);
    expect(await send(openSection("mengisi"))).toEqual(["paused"]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await change("resume")).status).toBe(200);
    const { sections } = (await snapshotOf(candidate, attemptId)).status;
    expect(sections.index).toBe(0);
    expect(sections.extraMs).toBeGreaterThanOrEqual(1_000);
  });
});
