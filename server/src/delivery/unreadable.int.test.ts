/** One attempt that cannot be folded, to which nothing of ours leads, as if the database had been meddled with: the others must not suffer. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { newDelivery, started, type Candidate, type Delivery } from "../../test/delivery.builders.ts";
import { TestApp, withClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { newId } from "../platform/index.ts";
import { Desk } from "./index.ts";

const code = "kasus-layanan-terpadu";
let app: TestApp;
let delivery: Delivery;
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 2, instruments: [code] });
});
afterAll(() => app?.stop());

/** A difference from a text that there never was. */
const meddle = (attemptId: string) =>
  withClient(app.database.ownerUrl, async (client) => {
    await client.query(
      `insert into journal_entry (agency_id, attempt_id, seq, op_id, epoch, account_id, at, kind, body, hash)
       select agency_id, id, last_seq + 1, $2, epoch, account_id, last_at, 'edited', '{"edit":{"check":"0","from":99,"inserted":"x","removed":0},"itemId":"none"}', last_hash from attempt where id = $1`,
      [attemptId, newId()],
    );
    await client.query("update attempt set last_seq = last_seq + 1 where id = $1", [attemptId]);
  });

it("fails alone: the room, a change for all and the others' pages go on", async () => {
  const [well, ill] = delivery.candidates as [Candidate, Candidate];
  const attempts = { well: await started(app, delivery, well, code), ill: await started(app, delivery, ill, code) };
  const proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
  await meddle(attempts.ill);
  const open = (candidate: Candidate, attemptId: string) => app.get(Desk).open(candidate.actor, attemptId);
  const [opened, notOpened] = await Promise.all([open(well, attempts.well), open(ill, attempts.ill)]);
  expect([opened.ok, notOpened]).toEqual([true, { ok: false, refusal: "not-ready", retryAfterMs: 2000 }]);
  const change = { opId: newId(), attemptIds: [attempts.ill, attempts.well], change: { kind: "extend", minutes: 10 }, reason: "Listrik padam" };
  const changed = await proctor.post(`/api/assessments/${delivery.assessmentId}/time-changes`, change);
  expect(changed.body.results).toEqual([{ attemptId: attempts.ill, ok: false, refusal: "busy" }, { attemptId: attempts.well, ok: true, deadlineMs: expect.any(Number) }]);
  const room = await proctor.get(`/api/assessments/${delivery.assessmentId}/attempts`);
  expect(room.body.attempts.map(({ attemptId }: { attemptId: string }) => attemptId)).toEqual([attempts.well]);
  const paper = await well.http.get(`/api/attempts/${attempts.well}/paper`);
  const visit = { opId: newId(), kind: "visit", itemId: paper.body.paper.questions[0].id as string } as const;
  expect(await app.get(Desk).append(well.actor, { attemptId: attempts.well, epoch: 1, operations: [visit] })).toMatchObject({ acknowledgements: [{ ok: true }] });
});
