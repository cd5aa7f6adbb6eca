import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Acknowledgement } from "@kompeten/shared/contracts/delivery";
import { newDelivery, respond, started, type Candidate, type Delivery } from "../../../test/delivery.builders.ts";
import { faultsOf, type Proof } from "../../../test/independent-verifier.ts";
import { TestApp, testSecret, withClient } from "../../../test/harness.ts";
import { signedIn } from "../../../test/identity.builders.ts";
import { createApp } from "../../app.ts";
import { InstallationKeys } from "../../platform/index.ts";
import { Attempts, Desk } from "../index.ts";

let app: TestApp;
let delivery: Delivery;
let candidates: Candidate[];
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 6, instruments: ["penalaran-umum"] });
  candidates = [...delivery.candidates];
}, 120_000);
afterAll(() => app?.stop());

async function handedIn(from = delivery, among = candidates): Promise<{ candidate: Candidate; attemptId: string; acknowledgement: Acknowledgement }> {
  const candidate = among.pop() as Candidate;
  const attemptId = await started(app, from, candidate, "penalaran-umum");
  await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [respond("v01", "a"), respond("v02", "b"), respond("v01", "c")] });
  const acknowledgement = await app.get(Desk).submit(candidate.actor, attemptId);
  expect(acknowledgement).toMatchObject({ ok: true });
  return { candidate, attemptId, acknowledgement };
}
const journalOf = (attemptId: string) => app.run({ agencyId: delivery.agencyId, accountId: null }, () => app.get(Attempts).journal(attemptId));
const receiptsOf = (attemptId: string) => withClient(app.database.ownerUrl, async (owner) => (await owner.query("select seq, set_aside_count, content, signature, key_id from attempt_receipt where attempt_id = $1 order by set_aside_count", [attemptId])).rows);
const stranger = () => app.http();

describe("the receipt", () => {
  it("[J9] comes with the hand-in, alike at every replay, and is verified by somebody who uses none of our code", async () => {
    const { candidate, attemptId, acknowledgement } = await handedIn();
    await app.jobsDone();
    expect(await receiptsOf(attemptId)).toHaveLength(1);
    const { status, body } = await candidate.http.get(`/api/attempts/${attemptId}/receipt`);
    expect(status).toBe(200);
    expect(acknowledgement).toMatchObject({ ok: true, receipt: body });
    const again = await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [{ opId: acknowledgement.opId, kind: "submit" }] });
    expect(again).toMatchObject({ acknowledgements: [acknowledgement] });
    const { keys } = (await stranger().get("/api/receipts/keys")).body;
    const proof: Proof = JSON.parse(JSON.stringify({ entries: await journalOf(attemptId), receipt: body.receipt, keys }));
    expect(faultsOf(proof)).toEqual([]);
    expect(body.receipt.content).toMatchObject({ reason: "submitted", setAside: { quarantined: 0, late: 0, merged: 0 }, candidate: { nip: expect.stringMatching(/^\d{4}\*{4} \*{6} \* \d{3}$/) } });
    expect(body.receipt.content.parts.map((part: { id: string }) => part.id)).toEqual(["v01", "v02"]);
    // The verifier sees: each single change of the journal, an answer or the receipt is a fault.
    const changed = (change: (copy: any) => void) => {
      const copy = structuredClone(proof);
      change(copy);
      return faultsOf(copy);
    };
    expect(changed((copy) => (copy.entries[3].body = copy.entries[3].body.replace('"a"', '"d"')))).not.toEqual([]);
    expect(changed((copy) => copy.entries.splice(4, 1))).not.toEqual([]);
    expect(changed((copy) => (copy.receipt.content.closedAtMs += 1))).toEqual(["signature"]);
    expect(changed((copy) => (copy.receipt.content.parts[0].sha256 = "0".repeat(64)))).toEqual(["signature", "answer v01"]);
  });

  it("[J9] tells no answer without the salt, and each with it", async () => {
    const { candidate, attemptId } = await handedIn();
    const { receipt, salt } = (await candidate.http.get(`/api/attempts/${attemptId}/receipt`)).body;
    const [part] = receipt.content.parts;
    const guess = (saltHex: string, optionId: string) =>
      createHash("sha256").update(Buffer.from(saltHex, "hex")).update(`{"id":"v01","kind":"item","made":{"interaction":"choice","optionId":"${optionId}"}}`).digest("hex");
    expect(guess(salt, "c")).toBe(part.sha256);
    for (const optionId of ["a", "b", "c", "d", "e"]) expect(guess("", optionId)).not.toBe(part.sha256);
    expect(JSON.stringify(receipt)).not.toContain(salt);
    expect(JSON.stringify(receipt)).not.toContain("optionId");
  });

  it("[J9] is the same every time, and says anew what was set aside since", async () => {
    const { candidate, attemptId } = await handedIn();
    const ask = async () => (await candidate.http.get(`/api/attempts/${attemptId}/receipt`)).body.receipt;
    const first = await ask();
    expect(await ask()).toEqual(first);
    await app.get(Desk).append(candidate.actor, { attemptId, epoch: 1, operations: [respond("v03", "a")] });
    const second = await ask();
    expect(second.content).toEqual({ ...first.content, setAside: { quarantined: 0, late: 1, merged: 0 } });
    expect(await receiptsOf(attemptId)).toHaveLength(2);
    await withClient(app.database.ownerUrl, async (owner) => expect(owner.query("update attempt_receipt set content = ''")).rejects.toThrow("append-only"));
  });

  it("[J9] of an attempt that ended by the clock says so", async () => {
    const own = await newDelivery(app, { instruments: ["penalaran-umum"] });
    const [candidate] = own.candidates as [Candidate];
    const attemptId = await started(app, own, candidate, "penalaran-umum");
    expect((await candidate.http.get(`/api/attempts/${attemptId}/receipt`)).status).toBe(404);
    await withClient(app.database.ownerUrl, (owner) => owner.query("update attempt set deadline_at = date_trunc('milliseconds', clock_timestamp()) where id = $1", [attemptId]));
    let answer = await candidate.http.get(`/api/attempts/${attemptId}/receipt`);
    for (let tries = 0; tries < 300 && answer.status === 404; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer = await candidate.http.get(`/api/attempts/${attemptId}/receipt`);
    }
    expect(answer.body.receipt.content).toMatchObject({ reason: "expired", parts: [] });
  }, 60_000);

  it("is nobody else's, not even a proctor's", async () => {
    const { attemptId } = await handedIn();
    const other = candidates[0] as Candidate;
    const proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
    const elsewhere = (await newDelivery(app)).candidates[0] as Candidate;
    for (const http of [other.http, proctor, elsewhere.http]) expect((await http.get(`/api/attempts/${attemptId}/receipt`)).status).toBe(404);
    expect((await stranger().get(`/api/attempts/${attemptId}/receipt`)).status).toBe(401);
  });
});

describe("verifying", () => {
  it("[J9] is open to people without an account and sees every change", async () => {
    const { candidate, attemptId } = await handedIn();
    const { receipt } = (await candidate.http.get(`/api/attempts/${attemptId}/receipt`)).body;
    const verify = async (body: unknown) => (await stranger().post("/api/receipts/verify", body)).body;
    expect(await verify(receipt)).toEqual({ valid: true, reason: null });
    expect(await verify({ ...receipt, content: { ...receipt.content, reason: "expired" } })).toEqual({ valid: false, reason: "wrong-signature" });
    expect(await verify({ ...receipt, keyId: "0".repeat(16) })).toEqual({ valid: false, reason: "unknown-key" });
    expect(await verify({ ...receipt, signature: "short" })).toMatchObject({ status: 400, errors: [{ path: "signature" }] });
    expect(await verify({})).toMatchObject({ status: 400, code: "invalid-input" });
  });

  it("goes on after a new key, and under another secret", async () => {
    const own = await newDelivery(app, { candidates: 2, instruments: ["penalaran-umum"] });
    const before = await handedIn(own, own.candidates);
    const { receipt } = (await before.candidate.http.get(`/api/attempts/${before.attemptId}/receipt`)).body;
    const rotated = await app.get(InstallationKeys).rotate("receipt");
    const after = await handedIn(own, own.candidates);
    expect((await after.candidate.http.get(`/api/attempts/${after.attemptId}/receipt`)).body.receipt.keyId).toBe(rotated.id);
    expect((await stranger().post("/api/receipts/verify", receipt)).body.valid).toBe(true);
    const same = await createApp({ databaseUrl: app.database.appUrl, secret: testSecret, poolSize: 4, logLevels: false });
    const moved = await createApp({ databaseUrl: app.database.appUrl, secret: `${testSecret} but another`, poolSize: 4, logLevels: false });
    try {
      expect((await same.nest.get(InstallationKeys, { strict: false }).current("receipt")).id).toBe(rotated.id);
      const keys = moved.nest.get(InstallationKeys, { strict: false });
      expect((await keys.current("receipt")).id).not.toBe(rotated.id);
      expect((await keys.byId("receipt", receipt.keyId))?.privateKey).toBeUndefined();
    } finally {
      await same.close();
      await moved.close();
    }
  }, 120_000);

  it("keeps the private key sealed, and away from whoever reads the table", async () => {
    await withClient(app.database.appUrl, async (client) => {
      const { rows } = await client.query("select encode(sealed_private_key, 'hex') as sealed from installation_key");
      // PKCS8 begins with a sequence and names its algorithm: nothing of it shows.
      for (const { sealed } of rows) expect(sealed).not.toMatch(/302e020100300506032b6570|2a8648ce3d0201/);
      await expect(client.query("delete from installation_key")).rejects.toThrow("permission denied");
    });
  });

  it("is asked for at most so often from one address", async () => {
    const statuses: number[] = [];
    for (let call = 0; call < 70; call++) statuses.push((await stranger().get("/api/receipts/keys")).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
