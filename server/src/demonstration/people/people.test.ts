import { describe, expect, it } from "vitest";
import { bangkaBelitungNames, eastJavaNames } from "./names.ts";
import { peopleOf } from "./people.rules.ts";
import { bangkaBelitungUnits, eastJavaUnits } from "./positions.ts";

const asOf = new Date("2026-11-23T00:00:00Z");
const agencies = [
  ["bkd-jatim", eastJavaNames, eastJavaUnits],
  ["bkpsdmd-babel", bangkaBelitungNames, bangkaBelitungUnits],
] as const;

describe.each(agencies)("the employees of %s", (code, names, units) => {
  const people = peopleOf(code, names, units, asOf);

  it("are sixty different people, the same every time", () => {
    expect(people).toHaveLength(60);
    expect(new Set(people.map((person) => person.nip)).size).toBe(60);
    expect(new Set(people.map((person) => person.name)).size).toBe(60);
    expect(peopleOf(code, names, units, asOf)).toEqual(people);
  });

  it("have NIPs that agree with birth date, employment and sex", () => {
    for (const person of people) {
      expect(person.nip).toMatch(/^\d{18}$/);
      expect(person.nip.slice(0, 8)).toBe(person.birthDate.replaceAll("-", ""));
      expect(person.nip[14]).toBe(person.sex === "male" ? "1" : "2");
      const month = Number(person.nip.slice(12, 14));
      expect(person.employment === "pppk" ? month === 21 : month >= 1 && month <= 12).toBe(true);
      expect(person.employment === "pppk").toBe(/^[IVX]+$/.test(person.grade));
      expect(person.positionSince < "2026-11-23").toBe(true);
    }
  });

  it("fill every class of position that the assessments draw on", () => {
    const count = (...kinds: string[]) => people.filter((person) => kinds.includes(person.kind)).length;
    expect(count("pws", "jf2")).toBeGreaterThanOrEqual(26);
    expect(count("adm")).toBeGreaterThanOrEqual(10);
    expect(count("pel", "jf1")).toBeGreaterThanOrEqual(8);
    expect(count("jpt")).toBe(4);
    expect(people.some((person) => person.employment === "pppk")).toBe(true);
  });
});

it("the two agencies share no NIP", () => {
  const [east, islands] = agencies.map(([code, names, units]) => peopleOf(code, names, units, asOf));
  const nips = new Set(east?.map((person) => person.nip));
  expect(islands?.filter((person) => nips.has(person.nip))).toEqual([]);
});
