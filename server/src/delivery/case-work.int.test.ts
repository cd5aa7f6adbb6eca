import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyEdit, editBetween } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import { newDelivery, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp } from "../../test/harness.ts";
import { newId } from "../platform/index.ts";
import { Desk } from "./index.ts";

const code = "kasus-layanan-terpadu";
let app: TestApp;
let delivery: Delivery;
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 3, instruments: [code] });
});
afterAll(() => app?.stop());

describe("work on a case", () => {
  it("keeps highlights and notes on exhibits, which are edited and taken back like every action", async () => {
    const [candidate] = delivery.candidates as [Candidate, Candidate];
    const attemptId = await started(app, delivery, candidate, code);
    const { exhibits } = (await candidate.http.get(`/api/attempts/${attemptId}/paper`)).body.paper;
    const [one, other] = [newId(), newId()];
    const annotate = (actionId: string, documentId: string, note = ""): Operation => ({ opId: newId(), kind: "act", action: { actionId, documentId, type: "annotate", from: 4, quote: "tujuh hari", colour: "pink", note } });
    const withdraw: Operation = { opId: newId(), kind: "act", action: { actionId: other, documentId: exhibits[1].id, type: "withdraw" } };
    const letter: Operation = { opId: newId(), kind: "act", action: { actionId: newId(), documentId: exhibits[0].id, type: "note", text: "bukan di sini" } };
    const operations = [annotate(one, exhibits[0].id), annotate(other, exhibits[1].id), annotate(one, exhibits[0].id, "Periksa"), withdraw, annotate(newId(), "x99"), letter, { opId: newId(), kind: "visit", itemId: exhibits[2].id, readMs: 9_000 } as Operation];
    const answer: any = await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations });
    expect(answer.acknowledgements.map((each: any) => (each.ok ? "ok" : each.refusal))).toEqual(["ok", "ok", "ok", "ok", "does-not-fit", "does-not-fit", "ok"]);
    const { work } = (await candidate.http.get(`/api/attempts/${attemptId}`)).body.status;
    expect(work.actions.map((each: any) => [each.documentId, each.content.quote, each.content.note, each.revisions, each.withdrawn])).toEqual([[exhibits[0].id, "tujuh hari", "Periksa", 1, false], [exhibits[1].id, "tujuh hari", "", 0, true]]);
  });

  it("offers every save of an answer, however close they follow each other, page by page", async () => {
    const candidate = delivery.candidates[2] as Candidate;
    const attemptId = await started(app, delivery, candidate, code);
    const itemId = (await candidate.http.get(`/api/attempts/${attemptId}/paper`)).body.paper.questions[1].id as string;
    const texts = Array.from({ length: 12 }, (_, index) => "kata ".repeat(index + 1));
    const { epoch } = (await candidate.http.get(`/api/attempts/${attemptId}`)).body;
    const operations = texts.map((text, index): Operation => ({ opId: newId(), kind: "edit", itemId, edit: editBetween(texts[index - 1] ?? "", text) }));
    await app.get(Desk).append(candidate.actor, { attemptId, epoch, operations });
    const path = `/api/attempts/${attemptId}/answers/${itemId}/revisions`;
    const { body } = await candidate.http.get(path);
    expect(body.revisions.reduce((all: string[], { edit }: any) => [...all, applyEdit(all.at(-1) ?? "", edit)], [])).toEqual(texts);
    expect(body.more).toBe(false);
    const rest = await candidate.http.get(`${path}?after=${body.revisions[8].seq}`);
    expect(rest.body.revisions).toEqual(body.revisions.slice(9));
    expect((await candidate.http.get(`${path}?after=x`)).status).toBe(400);
  });

  it("tells the candidate alone what was saved of an answer, as long as it is written", async () => {
    const [stranger, candidate] = delivery.candidates as [Candidate, Candidate];
    const attemptId = await started(app, delivery, candidate, code);
    const itemId = (await candidate.http.get(`/api/attempts/${attemptId}/paper`)).body.paper.questions[0].id as string;
    const first = "Keadaan sebenarnya lebih berat daripada angka itu. ".repeat(2);
    await app.get(Desk).append(candidate.actor, {
      attemptId,
      epoch: 1,
      operations: [
        { opId: newId(), kind: "respond", itemId, response: { interaction: "extended-text", text: first } },
        { opId: newId(), kind: "edit", itemId, edit: editBetween(first, "Baru") },
      ],
    });
    const path = `/api/attempts/${attemptId}/answers/${itemId}/revisions`;
    const { status, body } = await candidate.http.get(path);
    expect([status, body.revisions.map((one: any) => one.edit)]).toEqual([200, [editBetween("", first), editBetween(first, "Baru")]]);
    expect((await stranger.http.get(path)).status).toBe(404);
    expect((await candidate.http.get(`/api/attempts/${attemptId}/answers/Q!/revisions`)).status).toBe(400);
    await app.get(Desk).submit(candidate.actor, attemptId);
    expect((await candidate.http.get(path)).status).toBe(404);
  });
});
