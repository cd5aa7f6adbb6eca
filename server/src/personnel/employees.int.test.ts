import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApp } from "../../test/harness.ts";
import { newAccount } from "../../test/identity.builders.ts";
import { newEmployee, newRecord } from "../../test/personnel.builders.ts";
import { Employees } from "./index.ts";

let app: TestApp;
let east: string;
let islands: string;
beforeAll(async () => {
  app = await TestApp.start();
  east = await app.newAgency();
  islands = await app.newAgency();
});
afterAll(() => app?.stop());

const within = <T>(agencyId: string, work: (employees: Employees) => Promise<T>): Promise<T> => app.run({ agencyId, accountId: null }, () => work(app.get(Employees)));

describe("Employees, for other contexts", () => {
  it("finds people of this agency by id and NIP, and nobody of another", async () => {
    const here = await newEmployee(app, { agencyId: east, name: "Rina", unit: "Dinas Sosial", parentUnit: "Sekretariat Daerah" });
    const there = await newEmployee(app, { agencyId: islands });
    const byIds = await within(east, (employees) => employees.byIds([here.employeeId, there.employeeId]));
    expect([...byIds.keys()]).toEqual([here.employeeId]);
    expect(byIds.get(here.employeeId)).toMatchObject({ nip: here.nip, name: "Rina", unitName: "Dinas Sosial", accountId: null });
    expect(byIds.get(here.employeeId)?.birthDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect([...(await within(east, (employees) => employees.byNips([here.nip, there.nip]))).keys()]).toEqual([here.nip]);
    expect((await within(islands, (employees) => employees.all())).map((view) => view.id)).toEqual([there.employeeId]);
  });

  it("brings a known NIP up to date instead of adding a second", async () => {
    const record = newRecord({ name: "Lama" });
    const first = await within(east, (employees) => employees.enter([record]));
    const second = await within(east, (employees) => employees.enter([{ ...record, name: "Baru", unit: null }]));
    expect(second).toEqual(first);
    const view = (await within(east, (employees) => employees.byNips([record.nip]))).get(record.nip);
    expect(view).toMatchObject({ name: "Baru", unitName: null });
  });

  it("ties a person to their login", async () => {
    const { employeeId } = await newEmployee(app, { agencyId: east });
    const { accountId } = await newAccount(app, { agencyId: east, roles: ["candidate"] });
    await within(east, (employees) => employees.linkAccount(employeeId, accountId));
    expect((await within(east, (employees) => employees.byIds([employeeId]))).get(employeeId)?.accountId).toBe(accountId);
  });

  it("[S5] keeps predicates by year, and has none where none was recorded", async () => {
    const one = await newEmployee(app, { agencyId: east });
    const other = await newEmployee(app, { agencyId: east });
    await within(east, (employees) => employees.recordPerformance([{ employeeId: one.employeeId, year: 2025, predicate: "baik", source: "e-kinerja" }]));
    await within(east, (employees) => employees.recordPerformance([{ employeeId: one.employeeId, year: 2025, predicate: "sangat-baik", source: "koreksi" }]));
    const found = await within(east, (employees) => employees.performance([one.employeeId, other.employeeId], 2025));
    expect([...found]).toEqual([[one.employeeId, { predicate: "sangat-baik", year: 2025, source: "koreksi" }]]);
    expect((await within(east, (employees) => employees.performance([one.employeeId], 2024))).size).toBe(0);
    expect((await within(islands, (employees) => employees.performance([one.employeeId], 2025))).size).toBe(0);
  });

  it("[S5] gives the newest score per component", async () => {
    const { employeeId } = await newEmployee(app, { agencyId: east });
    const row = (code: string, score: number, asOf: string) => ({ employeeId, code, score, asOf, source: "uji" });
    await within(east, (employees) => employees.recordComponents([row("awards", 50, "2024-01-01"), row("awards", 75, "2025-06-30"), row("integrity", 0, "2025-01-01")]));
    expect((await within(east, (employees) => employees.components([employeeId]))).get(employeeId)).toEqual([
      { code: "awards", score: 75, asOf: "2025-06-30", source: "uji" },
      { code: "integrity", score: 0, asOf: "2025-01-01", source: "uji" },
    ]);
  });

  it("[S5] gives the score that held on a day, not one dated later", async () => {
    const { employeeId } = await newEmployee(app, { agencyId: east });
    const row = (code: string, score: number, asOf: string) => ({ employeeId, code, score, asOf, source: "uji" });
    await within(east, (employees) => employees.recordComponents([row("awards", 50, "2025-06-30"), row("awards", 75, "2025-07-01"), row("integrity", 90, "2025-07-01")]));
    expect((await within(east, (employees) => employees.components([employeeId], "2025-06-30"))).get(employeeId)).toEqual([{ code: "awards", score: 50, asOf: "2025-06-30", source: "uji" }]);
  });
});
