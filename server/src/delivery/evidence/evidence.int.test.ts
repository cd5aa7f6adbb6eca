import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EvidencePack } from "@kompeten/shared/contracts/evidence";
import { evidencePack } from "@kompeten/shared/contracts/evidence";
import { newDelivery, respond, started, type Candidate, type Delivery } from "../../../test/delivery.builders.ts";
import { sealedFile } from "../../../test/emergency.builders.ts";
import { TestApp, withClient, type HttpClient } from "../../../test/harness.ts";
import { signedIn } from "../../../test/identity.builders.ts";
import { faultsOf } from "../../../test/independent-verifier.ts";
import { newId } from "../../platform/index.ts";
import { Desk } from "../index.ts";

let app: TestApp;
let delivery: Delivery;
type Person = HttpClient & { accountId: string };
let lead: Person;
let auditor: Person;
let proctor: Person;
let attemptId: string;
let candidate: Candidate;
let open: string;

beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 2, instruments: ["penalaran-umum"] });
  const person = (role: "lead-assessor" | "auditor" | "proctor") => signedIn(app, { agencyId: delivery.agencyId, roles: [role] });
  [lead, auditor, proctor] = await Promise.all([person("lead-assessor"), person("auditor"), person("proctor")]);
  await withClient(app.database.ownerUrl, (owner) => owner.query("update assessment set lead_account_id = $1 where id = $2", [lead.accountId, delivery.assessmentId]));
  [candidate] = delivery.candidates as [Candidate];
  open = await started(app, delivery, delivery.candidates[1] as Candidate, "penalaran-umum");
  attemptId = await started(app, delivery, candidate, "penalaran-umum");
  const desk = app.get(Desk);
  await candidate.http.get(`/api/attempts/${attemptId}`);
  const { emergency } = (await candidate.http.get(`/api/attempts/${attemptId}/paper`)).body;
  await desk.append(candidate.actor, { attemptId, epoch: 1, operations: [respond("v01", "a"), respond("v02", "b")] });
  await proctor.post(`/api/assessments/${delivery.assessmentId}/time-changes`, { opId: newId(), attemptIds: [attemptId], change: { kind: "extend", minutes: 10 }, reason: "Listrik padam sepuluh menit" });
  await desk.append(candidate.actor, { attemptId, epoch: 1, operations: [{ opId: newId(), kind: "take-over", deviceId: newId() }] });
  await desk.append(candidate.actor, { attemptId, epoch: 1, operations: [respond("v03", "c")] });
  await proctor.post(`/api/attempts/${attemptId}/emergency-files`, await sealedFile({ attemptId, epoch: 2, emergency, operations: [{ epoch: 2, operation: respond("v04", "d") }] }));
  await desk.submit(candidate.actor, attemptId);
  await desk.append(candidate.actor, { attemptId, epoch: 2, operations: [{ ...respond("v05", "a"), madeAtMs: 1_764_000_000_000 } as never] });
}, 120_000);
afterAll(() => app?.stop());

const read = async (http: HttpClient, what = "evidence.json", id = attemptId) => http.get(`/api/attempts/${id}/${what}`);
const auditOf = () => withClient(app.database.ownerUrl, async (owner) => (await owner.query("select account_id, details::jsonb as details from audit_entry where action = 'delivery.evidence.read' order by seq")).rows);

describe("the evidence pack", () => {
  it("[J4] [J9] holds all that a complaint is decided by, and proves itself without our code", async () => {
    const answer = await read(auditor);
    expect(answer.status).toBe(200);
    const pack: EvidencePack = evidencePack.parse(answer.body);
    expect(pack.chain).toMatchObject({ intact: true, brokenAtSeq: null, entries: pack.journal?.length });
    expect(faultsOf({ entries: pack.journal as never, receipt: pack.receipt as never, keys: pack.verification.keys })).toEqual([]);
    const [named] = await withClient(app.database.ownerUrl, async (owner) => (await owner.query("select name from account where id = $1", [proctor.accountId])).rows);
    expect(pack.events.find(({ kind }) => kind === "extended")).toMatchObject({ author: named.name, ms: 600_000, reason: "Listrik padam sepuluh menit" });
    expect(pack.events.map(({ kind }) => kind)).toEqual(["prepared", "notice-acknowledged", "started", "extended", "taken-over", "submitted"]);
    expect(pack.setAside).toMatchObject([{ cause: "stale-epoch", epoch: 1 }, { cause: "late", epoch: 2, madeAtMs: 1_764_000_000_000 }]);
    expect(pack.emergencyFiles).toMatchObject([{ uploadedBy: named.name, outcomes: { applied: 1 } }]);
    expect(pack.connections[0]).toMatchObject({ way: "http" });
    expect(pack.acknowledged).toMatchObject([{ kind: "responded", count: 3 }]);
    expect(pack.receipt?.content.setAside).toEqual({ quarantined: 1, late: 1, merged: 0 });
  });

  it("is for an auditor and for the lead of this assessment; each reading is in the audit record", async () => {
    const before = (await auditOf()).length;
    expect((await read(lead)).status).toBe(200);
    expect((await auditOf()).slice(before)).toMatchObject([{ account_id: lead.accountId, details: { scope: "full", format: "json", intact: true } }]);
    const agencyId = delivery.agencyId;
    const otherLead = await signedIn(app, { agencyId, roles: ["lead-assessor"] });
    const elsewhere = await signedIn(app, { agencyId: await app.newAgency(), roles: ["auditor", "lead-assessor", "proctor"] });
    const organiser = await signedIn(app, { agencyId, roles: ["organiser", "assessor", "official"] });
    for (const http of [otherLead, elsewhere, organiser, proctor, candidate.http]) for (const what of ["evidence.json", "evidence.pdf"]) expect((await read(http, what)).status).toBe(404);
    for (const http of [otherLead, elsewhere, auditor, candidate.http]) expect((await read(http, "time-evidence.json")).status).toBe(404);
    expect(await auditOf()).toHaveLength(before + 1);
  });

  it("shows nobody the answers of an attempt that still runs", async () => {
    expect((await read(auditor, "evidence.json", open)).body).toMatchObject({ status: 409, code: "attempt-open" });
    expect((await read(proctor, "time-evidence.json", open)).status).toBe(200);
  });

  it("tells a proctor of time, line and devices and not one answer", async () => {
    const { body } = await read(proctor, "time-evidence.json");
    expect(body).toMatchObject({ scope: "time", journal: null, verification: { salt: null }, chain: { intact: true } });
    expect(body.setAside.map((one: { body: unknown }) => one.body)).toEqual([null, null]);
    expect(JSON.stringify(body)).not.toMatch(/optionId|"response"|interaction/);
  });

  it("says when a journal has been tampered with", async () => {
    await withClient(app.database.ownerUrl, async (owner) => {
      await owner.query("alter table journal_entry disable trigger append_only");
      await owner.query(`update journal_entry set body = replace(body, '"b"', '"c"') where attempt_id = $1 and body like '%v02%'`, [attemptId]);
      const { body } = await read(auditor);
      expect(body.chain).toMatchObject({ intact: false, brokenAtSeq: 5 });
      expect(faultsOf({ entries: body.journal, receipt: body.receipt, keys: body.verification.keys })).toContain("entry 5");
      await owner.query(`update journal_entry set body = replace(body, '"c"', '"b"') where attempt_id = $1 and body like '%v02%'`, [attemptId]);
      await owner.query("alter table journal_entry enable trigger append_only");
    });
    expect((await read(auditor)).body.chain.intact).toBe(true);
  });

  it("prints as an accessible PDF", async () => {
    for (const [http, what] of [[auditor, "evidence.pdf"], [proctor, "time-evidence.pdf"]] as const) {
      const response = await fetch(`${app.url}/api/attempts/${attemptId}/${what}`, { headers: { cookie: `kompeten_session=${http.token}` } });
      expect(response.headers.get("content-type")).toBe("application/pdf");
      expect(response.headers.get("content-disposition")).toContain(`${attemptId}.pdf`);
      const pdf = Buffer.from(await response.arrayBuffer()).toString("latin1");
      expect(pdf.startsWith("%PDF-")).toBe(true);
      expect(pdf).toContain("pdfuaid:part");
      expect(pdf).toMatch(/\/Lang ?\(id/);
    }
  }, 120_000);
});
