import { afterAll, beforeAll, expect, it } from "vitest";
import { Line, newDelivery, started, type Candidate } from "../../test/delivery.builders.ts";
import { TestApp } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { readShippedInstrument } from "../authoring/index.ts";
import { newId } from "../platform/index.ts";
import { ServerTime } from "./server-time.service.ts";

let app: TestApp;
beforeAll(async () => void (app = await TestApp.start()));
afterAll(() => app?.stop());

const told = (documents: { id: string; arrivesAfterSeconds: number }[]) => documents.map(({ id, arrivesAfterSeconds }) => [id, arrivesAfterSeconds]);

it("in-basket documents that arrive while the candidate is away are all there at the next handshake, in order, each with its own time, and once", async () => {
  const desk = await newDelivery(app, { instruments: ["in-basket-administrator"] });
  const who = desk.candidates[0] as Candidate;
  const attemptId = await started(app, desk, who, "in-basket-administrator");
  const { paper } = await readShippedInstrument("in-basket-administrator");
  if (paper.kind !== "in-basket") throw new Error("not an in-basket");
  const [first, second, third, last] = [...told(paper.documents)].filter(([, seconds]) => Number(seconds) > 0).toSorted(([, one], [, other]) => Number(one) - Number(other)) as [string, number][] as [[string, number], [string, number], [string, number], [string, number]];
  expect(new Set([first[1], second[1], third[1], last[1]]).size).toBe(4);

  const time = app.get(ServerTime);
  const nowMs = time.nowMs.bind(time);
  /** So many seconds of working time, by the clock that the server works with. */
  const at = (seconds: number) => (time.nowMs = () => nowMs() + seconds * 1000);
  const fetched = async (after: number) => told((await who.http.get(`/api/attempts/${attemptId}/documents?after=${after}`)).body.documents);
  try {
    // The page sees the first one come and goes away; two more come.
    at(first[1] + 5);
    const before = await Line.open(app.url, who.token);
    const push = before.next("documents:arrived", 15_000);
    await before.snapshot(attemptId);
    expect(told((await push).documents)).toEqual([first]);
    before.close();
    at(third[1] + 5);
    expect(await fetched(first[1])).toEqual([second, third]);
    const again = await Line.open(app.url, who.token);
    const missed = again.next("documents:arrived", 15_000);
    await again.snapshot(attemptId);
    // A page that was loaded anew knows none of them.
    expect(told((await missed).documents)).toEqual([first, second, third]);
    // What is not due is not told, and what is told is not told again.
    at(last[1] - 2);
    expect(await fetched(third[1])).toEqual([]);
    again.close();
    at(last[1] + 5);
    expect(await fetched(third[1])).toEqual([last]);
    expect(told((await who.http.get(`/api/attempts/${attemptId}/paper`)).body.paper.documents).filter(([, seconds]) => Number(seconds) > 0)).toEqual([first, second, third, last]);
  } finally {
    time.nowMs = nowMs;
  }
});

it("[T1] in-basket documents come by the attempt's own clock: none in a pause, and afterwards as much later as that lasted", async () => {
  const desk = await newDelivery(app, { instruments: ["in-basket-administrator"] });
  const who = desk.candidates[0] as Candidate;
  const attemptId = await started(app, desk, who, "in-basket-administrator");
  const proctor = await signedIn(app, { agencyId: desk.agencyId, roles: ["proctor"] });
  const change = async (kind: "pause" | "resume") => {
    const { body } = await proctor.post(`/api/assessments/${desk.assessmentId}/time-changes`, { opId: newId(), attemptIds: [attemptId], change: { kind }, reason: "Alarm kebakaran" });
    expect(body.results).toMatchObject([{ ok: true }]);
    return body.results[0].deadlineMs as number;
  };
  const arrivals = async () => {
    const { documents, nextArrivalAtMs } = (await who.http.get(`/api/attempts/${attemptId}/documents?after=0`)).body;
    return { documents: told(documents), nextArrivalAtMs };
  };
  const before = await arrivals();
  const deadlineMs = (await who.http.get(`/api/attempts/${attemptId}`)).body.status.deadlineMs as number;
  expect(before.documents).toEqual([]);

  await change("pause");
  const time = app.get(ServerTime);
  const nowMs = time.nowMs.bind(time);
  time.nowMs = () => nowMs() + 86_400_000;
  try {
    expect(await arrivals()).toEqual({ documents: [], nextArrivalAtMs: null });
  } finally {
    time.nowMs = nowMs;
  }
  await new Promise((resolve) => setTimeout(resolve, 400));
  const pausedMs = (await change("resume")) - deadlineMs;
  expect(pausedMs).toBeGreaterThan(350);
  const after = await arrivals();
  expect(after.documents).toEqual([]);
  expect(Math.abs(after.nextArrivalAtMs - before.nextArrivalAtMs - pausedMs)).toBeLessThan(20);
});
