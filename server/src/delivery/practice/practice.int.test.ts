import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { practiceView } from "@kompeten/shared/contracts/practice";
import { itemIds, newDelivery, type Candidate } from "../../../test/delivery.builders.ts";
import { TestApp } from "../../../test/harness.ts";
import { signedIn } from "../../../test/identity.builders.ts";
import { readShippedInstrument } from "../../authoring/index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

describe("[B4] the practice paper", () => {
  it("is the practice test's, told to candidates alone, and nothing is made by telling it", async () => {
    const { agencyId, candidates } = await newDelivery(app, { instruments: ["penalaran-umum"] });
    const { http } = candidates[0] as Candidate;
    const before = (await http.get("/api/my-attempts")).body.sittings;
    const { status, body } = await http.get("/api/practice");
    expect(status).toBe(200);
    expect(itemIds(practiceView.parse(body).paper)).toEqual(itemIds((await readShippedInstrument("latihan-antarmuka")).paper));
    expect((await http.get("/api/my-attempts")).body.sittings).toEqual(before);
    for (const role of ["proctor", "organiser", "assessor"] as const) expect((await (await signedIn(app, { agencyId, roles: [role] })).get("/api/practice")).status).toBe(404);
  });

  it("is not there where the agency has none", async () => {
    const candidate = await signedIn(app, { agencyId: await app.newAgency(), roles: ["candidate"] });
    expect((await candidate.get("/api/practice")).status).toBe(404);
  });
});
