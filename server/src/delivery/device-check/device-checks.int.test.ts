import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checksADayMax, savesPerWay, type DeviceFindings } from "@kompeten/shared/contracts/device-check-rules";
import { Line, newDelivery, type Candidate, type Delivery } from "../../../test/delivery.builders.ts";
import { TestApp, withClient } from "../../../test/harness.ts";
import { signedIn } from "../../../test/identity.builders.ts";
import { newId } from "../../platform/index.ts";

let app: TestApp;
let delivery: Delivery;
beforeAll(async () => {
  app = await TestApp.start();
  delivery = await newDelivery(app, { candidates: 3, instruments: ["penalaran-umum"] });
});
afterAll(() => app?.stop());

const candidate = (index: number): Candidate => delivery.candidates[index] as Candidate;
const way = (saved: number) => ({ tried: saved, saved, medianMs: saved === 0 ? null : 20, worstMs: saved === 0 ? null : 90 });
const findings = (change: Partial<DeviceFindings> = {}): DeviceFindings => ({ missing: [], storage: "lasting", screen: { widthPx: 1366, heightPx: 768 }, clockOffsetMs: 12, socket: way(savesPerWay), http: way(savesPerWay), ...change });

async function saveAll(who: Candidate, checkId: string): Promise<void> {
  const line = await Line.open(app.url, who.token);
  for (let number = 1; number <= savesPerWay; number++) {
    expect(await line.call("device-check:save", { checkId, number, sample: "Contoh." })).toMatchObject({ ok: true, serverNowMs: expect.any(Number) });
    expect((await who.http.post("/api/my-device-check-saves", { checkId, number, sample: "Contoh." })).status).toBe(200);
  }
  line.close();
}

describe("[B1] a save that is measured", () => {
  it("is on disk when it is acknowledged, by both ways, and a person never has more than one row for each number", async () => {
    const who = candidate(0);
    for (const checkId of [newId(), newId()]) {
      await saveAll(who, checkId);
      const { rows } = await withClient(app.database.ownerUrl, async (owner) => {
        await owner.query("select set_config('app.agency_id', $1, false)", [delivery.agencyId]);
        return owner.query("select way, count(*)::int as count, count(distinct check_id)::int as checks, min(check_id::text) as check_id from device_check_save where account_id = $1 group by way order by way", [who.actor.accountId]);
      });
      expect(rows).toEqual(["http", "socket"].map((name) => ({ way: name, count: savesPerWay, checks: 1, check_id: checkId })));
    }
  });

  it("is refused where it is no save of a check", async () => {
    const who = candidate(0);
    const line = await Line.open(app.url, who.token);
    for (const wrong of [{}, { checkId: newId(), number: savesPerWay + 1, sample: "" }, { checkId: newId(), number: 1, sample: "x".repeat(1001) }, "bukan pesan"]) {
      expect(await line.call("device-check:save", wrong)).toEqual({ ok: false, refusal: "malformed" });
      expect((await who.http.post("/api/my-device-check-saves", wrong)).status).toBe(400);
    }
    line.close();
  });

  it("is a candidate's alone", async () => {
    const proctor = await signedIn(app, { agencyId: delivery.agencyId, roles: ["proctor"] });
    const line = await Line.open(app.url, proctor.token);
    expect(await line.call("device-check:save", { checkId: newId(), number: 1, sample: "" })).toEqual({ ok: false, refusal: "not-found" });
    expect((await proctor.post("/api/my-device-check-saves", { checkId: newId(), number: 1, sample: "" })).status).toBe(404);
    line.close();
  });
});

describe("[B2] what a check found", () => {
  it("is kept once, with the server's judgement, and shown to the candidate", async () => {
    const who = candidate(0);
    const checkId = newId();
    await saveAll(who, checkId);
    const kept = await who.http.post("/api/my-device-checks", { checkId, findings: findings() });
    expect(kept).toMatchObject({ status: 200, body: { verdict: "ready", findings: findings() } });
    // The answer was lost on the way: the same again, even if something else is said now.
    expect((await who.http.post("/api/my-device-checks", { checkId, findings: findings({ storage: "memory" }) })).body).toEqual(kept.body);
    expect((await who.http.get("/api/my-device-checks")).body).toEqual({ latest: kept.body });
    expect((await candidate(2).http.get("/api/my-device-checks")).body).toEqual({ latest: null });
  });

  it("cannot claim saves that the server does not have", async () => {
    const who = candidate(1);
    const checkId = newId();
    expect(await who.http.post("/api/my-device-checks", { checkId, findings: findings() })).toMatchObject({ status: 409, body: { code: "saves-not-there" } });
    // Nor with the saves of somebody else's check.
    await saveAll(candidate(0), checkId);
    expect((await who.http.post("/api/my-device-checks", { checkId, findings: findings() })).status).toBe(409);
    expect((await who.http.post("/api/my-device-checks", { checkId, findings: { ...findings(), socket: { ...way(0), saved: 3 } } })).status).toBe(400);
    // Without a single save there is nothing to prove.
    expect(await who.http.post("/api/my-device-checks", { checkId, findings: findings({ socket: way(0), http: way(0) }) })).toMatchObject({ status: 200, body: { verdict: "unusable" } });
  });

  it("cannot be changed in the database, and is not kept without end", async () => {
    const who = candidate(1);
    const keep = () => who.http.post("/api/my-device-checks", { checkId: newId(), findings: findings({ socket: way(0), http: way(0) }) });
    await withClient(app.database.ownerUrl, async (owner) => {
      await owner.query("select set_config('app.agency_id', $1, false)", [delivery.agencyId]);
      await expect(owner.query("update device_check set verdict = 'ready' where account_id = $1", [who.actor.accountId])).rejects.toThrow(/append-only/);
    });
    for (let kept = 1; kept < checksADayMax; kept++) expect((await keep()).status).toBe(200);
    expect(await keep()).toMatchObject({ status: 409, body: { code: "too-many-checks" } });
  }, 30_000);
});

describe("[B3] before the day", () => {
  it("proctors and organisers see who has checked and with what result, and nobody else does", async () => {
    const { agencyId, assessmentId, sittingId } = delivery;
    const path = `/api/assessments/${assessmentId}/device-checks`;
    for (const role of ["proctor", "organiser"] as const) {
      const http = await signedIn(app, { agencyId, roles: [role] });
      for (const asked of [path, `${path}?sittingId=${sittingId}`]) {
        const { status, body } = await http.get(asked);
        expect(status).toBe(200);
        const found = new Map(body.candidates.map(({ enrolmentId, latest }: { enrolmentId: string; latest: { verdict: string } | null }) => [enrolmentId, latest?.verdict ?? null]));
        expect(found).toEqual(new Map([[candidate(0).enrolmentId, "ready"], [candidate(1).enrolmentId, "unusable"], [candidate(2).enrolmentId, null]]));
      }
      expect((await http.get(`${path}?sittingId=${newId()}`)).status).toBe(404);
    }
    for (const role of ["assessor", "official", "author", "administrator"] as const) expect((await (await signedIn(app, { agencyId, roles: [role] })).get(path)).status).toBe(404);
    expect((await candidate(0).http.get(path)).status).toBe(404);
    const elsewhere = await signedIn(app, { agencyId: await app.newAgency(), roles: ["proctor"] });
    expect((await elsewhere.get(path)).status).toBe(404);
  });
});
