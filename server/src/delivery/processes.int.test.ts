import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Line, newDelivery, respond, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, testSecret } from "../../test/harness.ts";
import { createApp, type App } from "../app.ts";
import { newId, UnitOfWork } from "../platform/index.ts";
import { Attempts, Desk } from "./index.ts";
import { TimeChanges } from "./time-changes.service.ts";

/** Two web processes before one database: nothing but caches lives in memory, so any of them serves any attempt. */
let app: TestApp;
let other: App;
let otherUrl: string;
let delivery: Delivery;
let next = 0;
beforeAll(async () => {
  app = await TestApp.start();
  other = await createApp({ databaseUrl: app.database.appUrl, secret: testSecret, poolSize: 4, logLevels: false });
  await other.nest.listen(0, "127.0.0.1");
  otherUrl = await other.nest.getUrl();
  delivery = await newDelivery(app, { candidates: 5, instruments: ["penalaran-umum"] });
});
afterAll(async () => {
  await other?.close();
  await app?.stop();
});

const person = () => delivery.candidates[next++] as Candidate;
const elsewhere = () => other.nest.get(Desk, { strict: false });
const send = (desk: Desk, candidate: Candidate, itemId: string, opId = newId()) => desk.append(candidate.actor, { attemptId: candidate.attempts["penalaran-umum"], epoch: 1, operations: [respond(itemId, "a", opId)] });

describe("two processes", () => {
  it("[J1] accept for an attempt that was started, answered and handed in at the other one", async () => {
    const candidate = person();
    // The other process remembers it as waiting …
    await elsewhere().open(candidate.actor, candidate.attempts["penalaran-umum"]);
    await started(app, delivery, candidate, "penalaran-umum");
    // … and must not refuse by that.
    expect(await send(elsewhere(), candidate, "v01")).toMatchObject({ acknowledgements: [{ ok: true, seq: 4 }] });
    expect(await send(app.get(Desk), candidate, "v02")).toMatchObject({ acknowledgements: [{ ok: true, seq: 5 }] });
    await elsewhere().submit(candidate.actor, candidate.attempts["penalaran-umum"]);
    expect(await send(app.get(Desk), candidate, "v03")).toMatchObject({ acknowledgements: [{ ok: false, refusal: "late" }] });
  });

  it("[J3] [J4] keep one chain when both write at once, replays included", async () => {
    const candidate = person();
    const attemptId = await started(app, delivery, candidate, "penalaran-umum");
    const opIds = Array.from({ length: 40 }, () => newId());
    const sendAll = (desk: Desk) => Promise.all(opIds.map((opId) => send(desk, candidate, "v01", opId)));
    const [here, there] = await Promise.all([sendAll(app.get(Desk)), sendAll(elsewhere())]);
    expect(there.map((answer) => answer.ok && answer.acknowledgements)).toEqual(here.map((answer) => answer.ok && answer.acknowledgements));
    await app.run({ agencyId: delivery.agencyId, accountId: null }, async () => {
      expect(await app.get(Attempts).journal(attemptId)).toHaveLength(43);
      expect(await app.get(Attempts).isIntact(attemptId)).toBe(true);
    });
  });

  it("[T1] tells a candidate connected here of time given there, within seconds", async () => {
    const candidate = person();
    const attemptId = await started(app, delivery, candidate, "penalaran-umum");
    const line = await Line.open(app.url, candidate.token);
    const { status } = await line.snapshot(attemptId);
    if (status.state !== "running") throw new Error("not running");
    const told = line.next("attempt:changed");
    const change = { opId: newId(), attemptIds: [attemptId], change: { kind: "extend" as const, minutes: 5 }, reason: "Gangguan jaringan" };
    await other.nest.get(UnitOfWork, { strict: false }).run(candidate.actor, () => other.nest.get(TimeChanges, { strict: false }).change(delivery.assessmentId, change));
    expect(await told).toMatchObject({ attemptId, deadlineMs: status.deadlineMs + 300_000 });
    line.close();
  });

  it("[J10] carry on a sitting whose process died: a new handshake at the other one tells everything", async () => {
    const candidate = person();
    const attemptId = await started(app, delivery, candidate, "penalaran-umum");
    const first = await Line.open(otherUrl, candidate.token);
    await first.snapshot(attemptId);
    const [kept] = await first.append(attemptId, [respond("v07", "c")]);
    first.close();
    const second = await Line.open(app.url, candidate.token);
    const { seq, status } = await second.snapshot(attemptId);
    expect(seq).toBe(kept?.ok && kept.seq);
    expect(status).toMatchObject({ work: { responses: { v07: { interaction: "choice", optionId: "c" } } } });
    second.close();
  });
});
