import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applied, asEdit, editBetween, fingerprint, noWork } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import { newDelivery, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, withClient } from "../../test/harness.ts";
import { newId } from "../platform/index.ts";
import { AttemptStates } from "./attempt-states.service.ts";
import { Attempts, Desk } from "./index.ts";
import { Journal } from "./journal.service.ts";
import type { JournalOperation } from "./journal.types.ts";

const code = "kasus-layanan-terpadu";
let app: TestApp;
let delivery: Delivery;
let next = 0;
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 12, instruments: [code] });
});
afterAll(async () => app?.stop());

describe("a difference from another text than the server's", () => {
  it("[J8] holds up everything behind it in its message, the hand-in included: handed in without it, the text would be too late", async () => {
    const candidate = delivery.candidates[next++] as Candidate;
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

describe("a letter at the desk", () => {
  it("is edited by what changed in it alone, and asked for whole where the server has another text or none", async () => {
    const desk = await newDelivery(app, { agencyId: delivery.agencyId, candidates: 1, instruments: ["in-basket-administrator"] });
    const candidate = desk.candidates[0] as Candidate;
    const attemptId = await started(app, desk, candidate, "in-basket-administrator");
    const actionId = newId();
    const letter = (text: string, { of = actionId, to = "kabid" } = {}) => ({ opId: newId(), kind: "act", action: { actionId: of, documentId: null, type: "reply", to, text } }) as const;
    /** As a page makes it that has seen the letter before. */
    const edit = (before: string, after: string, of = {}): Operation => ({ ...(asEdit(applied(noWork, letter(before, of), 0), letter(after, of)) as Extract<Operation, { kind: "edit-action" }>), opId: newId() });
    const refusals = async (...operations: Operation[]) => {
      const answer = await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations });
      return answer.ok && answer.acknowledgements.map((one) => one.ok || one.refusal);
    };
    expect(await refusals(letter("Segera"), edit("Segera", "Segera ditelaah"), edit("Segera ditelaah", "Telah ditelaah"))).toEqual([true, true, true]);
    expect(await refusals(edit("Segera", "Segera!"), letter("Lain"))).toEqual(["other-text", "other-text"]);
    expect(await refusals(edit("", "Segera", { of: newId() }))).toEqual(["other-text"]);
    // [J8] Of another page, where the letter is to somebody else: it would say that it is saved as it stands there.
    expect(await refusals(edit("Telah ditelaah", "Telah ditelaah semua", { to: "sekda" }))).toEqual(["other-text"]);
    const elsewhere = await app.get(Desk).append(candidate.actor, { attemptId, epoch: 2, operations: [edit("Telah ditelaah", "x")] });
    expect(elsewhere).toMatchObject({ acknowledgements: [{ ok: false, refusal: "other-text" }] });
    const { work } = (await candidate.http.get(`/api/attempts/${attemptId}`)).body.status;
    expect(work.actions).toMatchObject([{ actionId, content: { type: "reply", to: "kabid", text: "Telah ditelaah" }, revisions: 2, withdrawn: false }]);
    expect(await refusals({ opId: newId(), kind: "act", action: { actionId, documentId: null, type: "withdraw" } }, edit("Telah ditelaah", "x"))).toEqual([true, "other-text"]);
    await app.run({ agencyId: delivery.agencyId, accountId: null }, async () => {
      const journal = await app.get(Attempts).journal(attemptId);
      expect(journal.map(({ kind }) => kind).slice(-4)).toEqual(["acted", "edited", "edited", "acted"]);
      expect(JSON.parse(String(journal.at(-3)?.body))).toMatchObject({ actionId, edit: { from: 6, removed: 0, inserted: " ditelaah" } });
    });
  });

  it("is no letter of a test", async () => {
    const test = await newDelivery(app, { agencyId: delivery.agencyId, candidates: 1, instruments: ["penalaran-umum"] });
    const candidate = test.candidates[0] as Candidate;
    const attemptId = await started(app, test, candidate, "penalaran-umum");
    const answer = await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [{ opId: newId(), kind: "edit-action", actionId: newId(), edit: editBetween("", "x") }] });
    expect(answer).toMatchObject({ acknowledgements: [{ ok: false, refusal: "does-not-fit" }] });
  });
});

describe("a message judged by a memory that is behind", () => {
  const written = (itemId: string, text: string) => ({ kind: "responded", body: { itemId, response: { interaction: "extended-text", text } } }) as const;
  const respond = (itemId: string, text: string): Operation => ({ opId: newId(), kind: "respond", itemId, response: { interaction: "extended-text", text } });
  const edit = (itemId: string, before: string, after: string): Operation => ({ opId: newId(), kind: "edit", itemId, edit: editBetween(before, after) });
  const visit = (itemId: string): Operation => ({ opId: newId(), kind: "visit", itemId });

  /** Another process has written `count` entries that this one does not remember. */
  async function behindBy(count: number) {
    const candidate = delivery.candidates[next++] as Candidate;
    const attemptId = await started(app, delivery, candidate, code);
    const paper = await candidate.http.get(`/api/attempts/${attemptId}/paper`);
    const [first, second] = paper.body.paper.questions.map(({ id }: { id: string }) => id) as [string, string];
    const elsewhere = Array.from({ length: count }, (_, index) => ({ attemptId, opId: newId(), epoch: 1, accountId: candidate.actor.accountId, draft: written(second, `Dari proses lain ${index}`), expectedSeq: null, next: null }));
    const { seq } = await app.run({ agencyId: delivery.agencyId, accountId: null }, async () => (await app.get(AttemptStates).one(attemptId))?.attempt as { seq: number });
    if (count > 0) await app.get(Journal).append(delivery.agencyId, elsewhere);
    const send = async (operations: Operation[]) => {
      const answer = await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations });
      return answer.ok ? answer.acknowledgements : [];
    };
    const responses = () => app.run({ agencyId: delivery.agencyId, accountId: null }, async () => (await app.get(Attempts).responses(attemptId)).items);
    return { attemptId, candidate, first, second, send, seq, responses };
  }

  // The number that an operation rests on may come up by chance, after those before it were turned away.
  it.each([1, 2, 3, 4])("[J1] [J4] writes it in its order all the same: %i entries behind", async (count) => {
    const { first, second, send, seq } = await behindBy(count);
    const operations = [respond(first, "Satu"), edit(first, "Satu", "Satu dua"), visit(second), visit(first), visit(second), visit(first)];
    expect(await send(operations)).toMatchObject(operations.map(({ opId }, index) => ({ opId, ok: true, seq: seq + count + 1 + index })));
  });

  it("[J1] never puts a difference on a text that it was not made from", async () => {
    const { first, second, send, seq, responses } = await behindBy(1);
    const operations = [respond(first, "Satu"), edit(first, "Satu", "Satu dua"), edit(first, "Satu dua", "Satu dua tiga"), edit(first, "Satu dua tiga", "Satu dua tiga empat")];
    expect(await send(operations)).toMatchObject(operations.map(({ opId }, index) => ({ opId, ok: true, seq: seq + 2 + index })));
    expect(await responses()).toEqual({ [first]: { interaction: "extended-text", text: "Satu dua tiga empat" }, [second]: { interaction: "extended-text", text: "Dari proses lain 0" } });
  });

  it("[J6] never appends a difference that rests on nothing", async () => {
    const { first, attemptId, candidate } = await behindBy(0);
    const resting = (expectedSeq: number | null, text: string) => ({ attemptId, opId: newId(), epoch: 1, accountId: candidate.actor.accountId, draft: { kind: "edited", body: { itemId: first, edit: editBetween("", text) } } as const, expectedSeq, next: null });
    expect(await app.get(Journal).append(delivery.agencyId, [resting(null, "Satu")])).toMatchObject({ value: [{ outcome: "stale" }] });
    const others = await Promise.all([1, 2, 3].map(async () => behindBy(0)));
    // As one of many that are written as a set, too.
    const set = [resting(null, "Satu"), ...others.map((other) => ({ attemptId: other.attemptId, opId: newId(), epoch: 1, accountId: other.candidate.actor.accountId, draft: written(other.first, "Utuh"), expectedSeq: null, next: null }))];
    const appended = await app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(Journal).appendWithin(set.toSorted((a, b) => (a.attemptId < b.attemptId ? -1 : 1))));
    expect(appended.map(({ outcome }) => outcome).toSorted()).toEqual(["appended", "appended", "appended", "stale"]);
  });

  it("[J7] sets nothing aside behind a text that it asks for whole, also where only the database knows that it is too late", async () => {
    const { first, attemptId, candidate, seq } = await behindBy(0);
    await withClient(app.database.ownerUrl, (owner) => owner.query("update attempt set deadline_at = clock_timestamp() - interval '1 second' where id = $1", [attemptId]));
    const of = (draft: JournalOperation["draft"], expectedSeq: number | null): JournalOperation => ({ attemptId, opId: newId(), epoch: 1, accountId: candidate.actor.accountId, draft, expectedSeq, next: null });
    const late = [of({ kind: "edited", body: { itemId: first, edit: editBetween("", "Satu") } }, seq), of(written(first, "Dua"), null)];
    expect(await app.get(Journal).append(delivery.agencyId, late)).toMatchObject({ value: [{ outcome: "other-text" }, { outcome: "other-text" }] });
  });
});
