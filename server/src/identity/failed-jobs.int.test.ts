import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles } from "@kompeten/shared/contracts/permissions";
import { TestApp, withClient, type HttpClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { Jobs, newId } from "../platform/index.ts";

let app: TestApp;
let east: string;
let admin: HttpClient;
beforeAll(async () => {
  app = await TestApp.start();
  east = await app.newAgency();
  admin = await signedIn(app, { agencyId: east, roles: ["administrator"] });
});
afterAll(() => app?.stop());

/** Enqueues and waits until it was given up; the waits between its retries are taken away. */
async function failedJob(agencyId: string, name: string, data: object): Promise<string> {
  await app.run({ agencyId, accountId: null }, () => app.get(Jobs).enqueue(name, data));
  return withClient(app.database.ownerUrl, async (client) => {
    for (let round = 0; round < 400; round++) {
      await client.query("update pgboss.job set start_after = now(), retry_limit = least(retry_limit, 2) where name = $1 and state in ('created', 'retry')", [name]);
      const { rows } = await client.query<{ id: string }>("select id from pgboss.job where state = 'failed' and name = $1 and data->>'agencyId' = $2", [name, agencyId]);
      if (rows[0]) return rows[0].id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("the job did not fail");
  });
}

describe("a job that was given up", () => {
  it("is shown to the agency's administrators, with what it is about and why, and to nobody else", async () => {
    expect((await admin.get("/api/failed-jobs")).body).toEqual({ jobs: [], total: 0 });
    const assessmentId = newId();
    // A table that is away is an outage: the job throws until it is given up.
    await withClient(app.database.ownerUrl, (client) => client.query("alter table assessment rename to assessment_away"));
    const id = await failedJob(east, "planning.assessment-opened", { assessmentId });
    const { body } = await admin.get("/api/failed-jobs");
    expect(body).toMatchObject({ total: 1, jobs: [{ id, name: "planning.assessment-opened", about: { assessmentId }, attempts: 3, cause: expect.stringContaining("does not exist") }] });
    expect(body.jobs[0].cause).not.toContain("select");

    const neighbour = await signedIn(app, { agencyId: await app.newAgency(), roles: ["administrator"] });
    expect((await neighbour.get("/api/failed-jobs")).body).toEqual({ jobs: [], total: 0 });
    expect((await neighbour.post(`/api/failed-jobs/${id}/retry`)).status).toBe(404);
    for (const role of roles.filter((one) => one !== "administrator")) {
      const client = await signedIn(app, { agencyId: east, roles: [role] });
      expect([role, (await client.get("/api/failed-jobs")).status, (await client.post(`/api/failed-jobs/${id}/retry`)).status]).toEqual([role, 404, 404]);
    }
    expect((await admin.get("/api/failed-jobs")).body.total).toBe(1);
  });

  it("runs once more when an administrator says so, and that is on record", async () => {
    const { id } = (await admin.get("/api/failed-jobs")).body.jobs[0];
    await withClient(app.database.ownerUrl, (client) => client.query("alter table assessment_away rename to assessment"));
    expect((await admin.post(`/api/failed-jobs/${id}/retry`)).status).toBe(204);
    await app.jobsDone();
    expect((await admin.get("/api/failed-jobs")).body.total).toBe(0);
    expect((await admin.post(`/api/failed-jobs/${id}/retry`)).status).toBe(404);
    const { rows } = await app.run({ agencyId: east, accountId: null }, (em) => sql<{ details: string }>`select details from audit_entry where action = 'identity.job.retried' and subject_id = ${id}`.execute(em.getKysely()));
    expect(rows.map((row) => JSON.parse(row.details))).toEqual([{ name: "planning.assessment-opened" }]);
  });

  it("shows nothing but ids of what it carries", async () => {
    const id = await failedJob(east, "delivery.attempt-closed", { attemptId: newId(), name: "Siti Rahmawati" });
    const { body } = await admin.get("/api/failed-jobs");
    expect(body.jobs).toMatchObject([{ id, about: {}, cause: expect.stringContaining("cannot be scored") }]);
    expect(JSON.stringify(body)).not.toContain("Siti");
  });
});
