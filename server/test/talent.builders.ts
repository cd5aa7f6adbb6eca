/** Register data for the nine-box, made through the real services. */
import { Configurations } from "../src/catalogue/index.ts";
import { Employees } from "../src/personnel/index.ts";
import type { TestApp } from "./harness.ts";

/** The components the register supplies in the shipped configuration. */
export const registerComponents = ["awards", "teamwork", "feedback", "competency-development", "position-experience", "potential-test", "education", "field-fit", "integrity"] as const;

/** The same score for every component but those given; null leaves one out. */
export async function withTalentData(app: TestApp, given: { agencyId: string; employeeId: string; year: number; predicate?: string; score?: number; components?: Partial<Record<string, number | null>> }): Promise<void> {
  await app.run({ agencyId: given.agencyId, accountId: null }, async () => {
    const employees = app.get(Employees);
    if (given.predicate) await employees.recordPerformance([{ employeeId: given.employeeId, year: given.year, predicate: given.predicate, source: "e-Kinerja" }]);
    const rows = registerComponents.flatMap((code) => {
      const score = given.components?.[code] === undefined ? (given.score ?? 80) : given.components[code];
      return score === null ? [] : [{ employeeId: given.employeeId, code, score, asOf: `${given.year}-12-31`, source: "SIASN" }];
    });
    await employees.recordComponents(rows);
  });
}

/** The id of a shipped nine-box configuration. */
export async function nineBoxId(app: TestApp, agencyId: string, code = "kotak-sembilan-411-2025"): Promise<string> {
  const found = await app.run({ agencyId, accountId: null }, () => app.get(Configurations).list("nine-box"));
  return found.find((configuration) => configuration.code === code)?.id as string;
}
