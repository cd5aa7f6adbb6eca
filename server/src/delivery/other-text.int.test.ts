import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fingerprint } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import { newDelivery, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp } from "../../test/harness.ts";
import { newId } from "../platform/index.ts";
import { Attempts, Desk } from "./index.ts";

const code = "kasus-layanan-terpadu";
let app: TestApp;
let delivery: Delivery;
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 1, instruments: [code] });
});
afterAll(async () => app?.stop());

describe("a difference from another text than the server's", () => {
  it("[J8] holds up everything behind it in its message, the hand-in included: handed in without it, the text would be too late", async () => {
    const candidate = delivery.candidates[0] as Candidate;
    const attemptId = await started(app, delivery, candidate, code);
    const paper = await candidate.http.get(`/api/attempts/${attemptId}/paper`);
    const itemId = paper.body.paper.questions[0].id as string;
    const text = "Menurut saya layanan ini perlu dibenahi.";
    const edit: Operation = { opId: newId(), kind: "edit", itemId, edit: { from: 20, removed: 0, inserted: text.slice(20), check: fingerprint(text) } };
    const submit: Operation = { opId: newId(), kind: "submit" };
    const send = (operations: Operation[]) => app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations });
    expect(await send([edit, submit])).toMatchObject({ ok: true, acknowledgements: [{ ok: false, refusal: "other-text" }, { ok: false, refusal: "other-text" }] });
    const whole: Operation = { opId: edit.opId, kind: "respond", itemId, response: { interaction: "extended-text", text } };
    expect(await send([whole, submit])).toMatchObject({ acknowledgements: [{ ok: true }, { ok: true }] });
    await app.run({ agencyId: delivery.agencyId, accountId: null }, async () => expect((await app.get(Attempts).journal(attemptId)).map(({ kind }) => kind).slice(-2)).toEqual(["responded", "submitted"]));
  });
});
