import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Operation, PaperView } from "@kompeten/shared/contracts/delivery";
import { newDelivery, respond, started, type Candidate, type Delivery } from "../../../test/delivery.builders.ts";
import { sealedFile } from "../../../test/emergency.builders.ts";
import { TestApp, withClient, type HttpClient } from "../../../test/harness.ts";
import { signedIn } from "../../../test/identity.builders.ts";
import { newId } from "../../platform/index.ts";
import { brokenAt } from "../journal-chain.ts";
import { Attempts, Desk } from "../index.ts";

let app: TestApp;
let delivery: Delivery;
let proctor: HttpClient & { accountId: string };
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 6, instruments: ["penalaran-umum"] });
  proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
}, 120_000);
afterAll(() => app?.stop());

type Opened = { candidate: Candidate; attemptId: string; emergency: PaperView["emergency"] };
async function opened(): Promise<Opened> {
  const candidate = delivery.candidates.pop() as Candidate;
  const attemptId = await started(app, delivery, candidate, "penalaran-umum");
  const { emergency } = (await candidate.http.get(`/api/attempts/${attemptId}/paper`)).body;
  return { candidate, attemptId, emergency };
}
const of = (epoch: number, ...operations: Operation[]) => operations.map((operation) => ({ epoch, operation }));
const upload = (attemptId: string, file: unknown, http: HttpClient = proctor) => http.post(`/api/attempts/${attemptId}/emergency-files`, file);
const outcomesOf = (answer: any): string[] => answer.body.operations.map(({ outcome }: { outcome: string }) => outcome);
const scope = () => ({ agencyId: delivery.agencyId, accountId: null });
const journalOf = (attemptId: string) => app.run(scope(), () => app.get(Attempts).journal(attemptId));
const itemsOf = async (attemptId: string) => (await app.run(scope(), () => app.get(Attempts).responses(attemptId))).items;
const auditOf = (attemptId: string) =>
  withClient(app.database.ownerUrl, async (owner) => (await owner.query("select action, account_id, details::jsonb as details from audit_entry where subject_id = $1 and action like 'delivery.emergency-file.%' order by seq", [attemptId])).rows);

describe("an emergency file", () => {
  it("[J3] brought in time is applied as the candidate's own, once, and the audit says who brought it", async () => {
    const { candidate, attemptId, emergency } = await opened();
    const sent = respond("v01", "a");
    await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [sent] });
    const unsent = [respond("v02", "b"), { ...respond("v03", "c"), madeAtMs: Date.now() } as Operation, { opId: newId(), kind: "flag", itemId: "v03", flagged: true } as Operation];
    const file = await sealedFile({ attemptId, emergency, operations: of(1, sent, ...unsent) });
    expect(JSON.stringify(file)).not.toContain("optionId");
    const first = await upload(attemptId, file);
    expect(first.status).toBe(200);
    expect(outcomesOf(first)).toEqual(["already-applied", "applied", "applied", "applied"]);
    expect(Object.keys(await itemsOf(attemptId))).toEqual(["v01", "v02", "v03"]);
    const journal = await journalOf(attemptId);
    expect(journal.slice(-3).map(({ accountId }) => accountId)).toEqual(Array(3).fill(candidate.actor.accountId));
    expect(brokenAt(attemptId, journal)).toBeUndefined();

    // Uploaded again, and sent by the page once its line is back: nothing changes.
    expect(outcomesOf(await upload(attemptId, file))).toEqual(Array(4).fill("already-applied"));
    const own = await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: unsent });
    expect(own).toMatchObject({ acknowledgements: first.body.operations.slice(1).map(({ opId, atMs }: { opId: string; atMs: number }) => ({ opId, ok: true, atMs })) });
    expect(await journalOf(attemptId)).toEqual(journal);
    expect(await auditOf(attemptId)).toMatchObject([
      { action: "delivery.emergency-file.received", account_id: proctor.accountId, details: { epoch: 1, counts: { applied: 3, "already-applied": 1 } } },
      { account_id: proctor.accountId, details: { counts: { "already-applied": 4 } } },
    ]);
    await withClient(app.database.ownerUrl, async (owner) => expect((await owner.query("select uploaded_by from emergency_file where attempt_id = $1", [attemptId])).rows).toEqual([{ uploaded_by: proctor.accountId }]));
  });

  it("[J5] [J7] brought too late or of an older device is kept and not applied", async () => {
    const { candidate, attemptId, emergency } = await opened();
    await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [{ opId: newId(), kind: "take-over", deviceId: newId() }] });
    const file = await sealedFile({ attemptId, emergency, operations: [...of(1, respond("v01", "a")), ...of(2, respond("v02", "b"), respond("v99", "b"))] });
    expect(outcomesOf(await upload(attemptId, file))).toEqual(["quarantined", "applied", "not-counted"]);
    await app.get(Desk).submit(candidate.actor, attemptId);
    const late = await sealedFile({ attemptId, epoch: 2, emergency, operations: of(2, respond("v03", "c")) });
    for (let time = 0; time < 2; time++) expect(outcomesOf(await upload(attemptId, late))).toEqual(["late"]);
    expect(Object.keys(await itemsOf(attemptId))).toEqual(["v02"]);
    await withClient(app.database.ownerUrl, async (owner) => expect((await owner.query("select cause from set_aside_operation where attempt_id = $1 order by position", [attemptId])).rows).toEqual([{ cause: "stale-epoch" }, { cause: "late" }]));
  });

  it("hands in where the candidate did, after more operations than one message takes", async () => {
    const { attemptId, emergency } = await opened();
    const answers = Array.from({ length: 120 }, (_, index) => respond(`v0${(index % 9) + 1}`, "abcd"[index % 4] as string));
    const file = await sealedFile({ attemptId, emergency, operations: of(1, ...answers, { opId: newId(), kind: "submit" }) });
    const report = await upload(attemptId, file);
    expect(new Set(outcomesOf(report))).toEqual(new Set(["applied"]));
    expect(report.body.operations).toHaveLength(121);
    expect((await journalOf(attemptId)).at(-1)?.kind).toBe("submitted");
  });

  it("says which field is wrong and what was expected, and writes nothing", async () => {
    const { attemptId, emergency } = await opened();
    const other = await opened();
    const before = await journalOf(attemptId);
    const operations = of(1, respond("v01", "a"));
    const file = await sealedFile({ attemptId, emergency, operations });
    const bad = async (change: object) => (await upload(attemptId, { ...file, ...change })).body;
    expect(await bad({ epoch: 2 })).toMatchObject({ status: 422, code: "emergency-not-opened", errors: [{ path: "sealed" }] });
    expect(await bad({ sealed: `${file.sealed.slice(0, -8)}AAAAAAA=` })).toMatchObject({ code: "emergency-not-opened" });
    expect(await bad({ keyId: "0".repeat(16) })).toMatchObject({ code: "emergency-unknown-key", errors: [{ path: "keyId" }] });
    expect(await bad({ attemptId: other.attemptId })).toMatchObject({ code: "emergency-other-attempt", errors: [{ path: "attemptId", message: expect.stringContaining(attemptId) }] });
    expect(await bad({ iv: "short" })).toMatchObject({ status: 400, code: "invalid-input", errors: [{ path: "iv" }] });
    const sealedWith = async (given: object) => (await upload(attemptId, await sealedFile({ attemptId, emergency, operations, ...given }))).body;
    expect(await sealedWith({ operations: of(1, { opId: newId(), kind: "take-over", deviceId: newId() }) })).toMatchObject({ code: "emergency-wrong-contents", errors: [{ path: "operations.0.operation" }] });
    expect(await sealedWith({ operations: [] })).toMatchObject({ code: "emergency-wrong-contents", errors: [{ path: "operations" }] });
    // Whoever has the public key, but never had the candidate's paper, cannot answer in their name.
    expect(await sealedWith({ pass: other.emergency.pass })).toMatchObject({ code: "emergency-wrong-contents", errors: [{ path: "pass" }] });
    expect(await journalOf(attemptId)).toEqual(before);
    expect((await auditOf(attemptId)).map(({ action }) => action)).toEqual(Array(7).fill("delivery.emergency-file.refused"));
  });

  it("is taken from a proctor of the agency and from nobody else", async () => {
    const { candidate, attemptId, emergency } = await opened();
    const file = await sealedFile({ attemptId, emergency, operations: of(1, respond("v01", "a")) });
    const elsewhere = await signedIn(app, { agencyId: await app.newAgency(), roles: ["proctor"] });
    const others = await Promise.all((["organiser", "lead-assessor", "auditor", "administrator"] as const).map((role) => signedIn(app, { agencyId: delivery.agencyId, roles: [role] })));
    for (const http of [elsewhere, candidate.http, ...others]) expect((await upload(attemptId, file, http)).status).toBe(404);
    expect(await itemsOf(attemptId)).toEqual({});
  });
});
