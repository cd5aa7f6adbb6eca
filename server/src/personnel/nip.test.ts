import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCalendarDate, nipProblems, partsOf, readNip } from "./nip.rules.ts";

const date = fc.date({ min: new Date("1940-01-01"), max: new Date("2007-12-31"), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
const person = fc.record({
  birthDate: date,
  year: fc.integer({ min: 1970, max: 2026 }),
  month: fc.integer({ min: 1, max: 12 }),
  sex: fc.constantFrom("male" as const, "female" as const),
  serial: fc.integer({ min: 1, max: 999 }),
});
type Person = Parameters<Parameters<typeof person.map>[0]>[0];
const two = (value: number): string => String(value).padStart(2, "0");
const nipOf = (one: Person, month = two(one.month)): string => `${one.birthDate.replaceAll("-", "")}${one.year}${month}${one.sex === "male" ? 1 : 2}${String(one.serial).padStart(3, "0")}`;

describe("[§6] a NIP", () => {
  it("that is made of a person's own data has no problem, for PNS and PPPK", () => {
    fc.assert(
      fc.property(person, fc.constantFrom("pns" as const, "pppk" as const), (one, employment) => {
        expect(nipProblems(nipOf(one), { birthDate: one.birthDate, sex: one.sex, employment })).toEqual([]);
        expect(partsOf(nipOf(one)).birthDate).toBe(one.birthDate);
      }),
    );
  });

  it("is read the same with and without the spaces it is printed with", () => {
    fc.assert(
      fc.property(person, (one) => {
        const nip = nipOf(one);
        const printed = `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}`;
        expect(readNip(printed, false)).toEqual({ ok: true, value: nip });
        expect(readNip(nip, false)).toEqual({ ok: true, value: nip });
      }),
    );
  });

  it("of another birth date or sex is found out", () => {
    fc.assert(
      fc.property(person, date, (one, other) => {
        fc.pre(other !== one.birthDate);
        expect(nipProblems(nipOf(one), { birthDate: other }).map((problem) => problem.code)).toEqual(["nip-birth-date-differs"]);
        expect(nipProblems(nipOf(one), { sex: one.sex === "male" ? "female" : "male" }).map((problem) => problem.code)).toEqual(["nip-sex-differs"]);
      }),
    );
  });

  it("of PPPK may have any two digits where the month would be: a warning, never an error", () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 13, max: 99 }), (one, month) => {
        const [asPppk] = nipProblems(nipOf(one, two(month)), { employment: "pppk" });
        expect(asPppk).toMatchObject({ code: "nip-month-pppk", severity: "warning" });
        const [asPns] = nipProblems(nipOf(one, two(month)), { employment: "pns" });
        expect(asPns).toMatchObject({ code: "nip-month-invalid", severity: "error" });
      }),
    );
  });

  it.each([
    ["198503122010011005", true, "nip-not-text"],
    ["1.98503E+17", false, "nip-mangled"],
    ["1,98503E+17", false, "nip-mangled"],
    ["1.98503122010011e17", false, "nip-mangled"],
    ["19850312201001100", false, "nip-length"],
    ["1985031220100110055", false, "nip-length"],
    ["19850312201001100X", false, "nip-length"],
    ["", false, "nip-length"],
  ])("%s (a number: %s) is refused: %s", (text, isNumber, refusal) => {
    expect(readNip(text, isNumber)).toEqual({ ok: false, refusal });
  });

  it.each([
    ["198502302010011005", "nip-birth-date-invalid"],
    ["198513122010011005", "nip-birth-date-invalid"],
    ["198503122010013005", "nip-sex-invalid"],
    ["198503122010001005", "nip-month-invalid"],
  ])("%s is refused: %s", (nip, code) => {
    expect(nipProblems(nip, { employment: "pns" }).map((problem) => problem.code)).toEqual([code]);
  });
});

describe("isCalendarDate", () => {
  it("agrees with the calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
        const text = `${year}-${two(month)}-${two(day)}`;
        const parsed = new Date(`${text}T00:00:00Z`);
        expect(isCalendarDate(text)).toBe(!Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text);
      }),
    );
  });
});
