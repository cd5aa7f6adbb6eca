import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, readDate, readEmail, readGrade, readOption, readPhone, writeDate, writeOption, type Cell } from "./cell.rules.ts";
import { columns, educationOptions, employmentOptions, positionTypeOptions, predicateOptions, sexOptions } from "./employee-columns.rules.ts";
import { dataRows, readHeader } from "./header.rules.ts";

const text = (value: string): Cell => ({ text: value, kind: "text" });
const number = (value: string): Cell => ({ text: value, kind: "number" });

describe("dates", () => {
  it.each(["12-03-1985", "12/3/1985", "12.03.1985", "1985-03-12", "12 Maret 1985", "12 maret 1985"])("%s is read", (value) => expect(readDate(text(value))).toEqual({ ok: true, value: "1985-03-12" }));
  it.each([text("31-02-1985"), text("1985"), text("03-13-1985"), text("12 Mars 1985"), number("31118"), text("12-03-85")])("%j is refused", (cell) => expect(readDate(cell)).toMatchObject({ ok: false, code: "date-invalid" }));
  it("come back as they were written", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readDate(text(writeDate(iso)))).toEqual({ ok: true, value: iso });
      }),
    );
  });
});

describe("options", () => {
  it.each([sexOptions, employmentOptions, positionTypeOptions, educationOptions, predicateOptions])("come back as they were written (%#)", (...[first]) => {
    const options = [first].flat() as readonly { code: string; label: string }[];
    for (const { code } of options) expect(readOption(text(writeOption(code, options)), options)).toEqual({ ok: true, value: code });
  });
  it.each([["l", "male"], ["laki laki", "male"], ["P", "female"], ["WANITA", "female"]])("%s is %s", (value, code) => expect(readOption(text(value), sexOptions)).toEqual({ ok: true, value: code }));
  it("say what was expected", () => expect(readOption(text("X"), sexOptions)).toEqual({ ok: false, code: "option-invalid", params: { expected: "Laki-laki, Perempuan" } }));
});

describe("golongan", () => {
  it.each([
    ["III/c", "pns", "III/c"],
    ["iii-C", "pns", "III/c"],
    ["IV/e", "pns", "IV/e"],
    ["III/a (Penata Muda)", "pns", "III/a"],
    ["IX", "pppk", "IX"],
    ["9", "pppk", "IX"],
    ["xvii", undefined, "XVII"],
  ] as const)("%s of %s is %s", (value, employment, grade) => expect(readGrade(text(value), employment)).toEqual({ ok: true, value: grade }));
  it.each([
    ["III/e", "pns"],
    ["V/a", "pns"],
    ["IX", "pns"],
    ["III/a", "pppk"],
    ["XVIII", "pppk"],
    ["0", "pppk"],
  ] as const)("%s of %s is refused", (value, employment) => expect(readGrade(text(value), employment)).toMatchObject({ ok: false, code: "grade-invalid" }));
});

describe("other cells", () => {
  it("lose white space and the apostrophe of an export", () => {
    expect(cleanText("  Siti \u00a0  Ani ")).toBe("Siti Ani");
    expect(cleanText("'+62812")).toBe("+62812");
    expect(cleanText("'Aisyah")).toBe("'Aisyah");
  });
  it("phones keep their zero", () => {
    expect(readPhone(number("81234567890"))).toEqual({ ok: true, value: "081234567890" });
    expect(readPhone(text("+62 812-3456-7890"))).toEqual({ ok: true, value: "+62 812-3456-7890" });
    expect(readPhone(text("telepon"))).toMatchObject({ ok: false });
  });
  it.each(["siti", "siti@", "siti@contoh", "a b@contoh.id", "<x>@contoh.id"])("%s is no address", (value) => expect(readEmail(text(value)).ok).toBe(false));
  it("examples of the template are valid", () => {
    expect(columns.filter((column) => !column.read(text(column.example), { employment: "pns" }).ok)).toEqual([]);
  });
});

describe("headings", () => {
  const row = (...values: string[]): Cell[] => values.map(text);
  it("are the first row that is not empty; rows keep the spreadsheet's numbers", () => {
    const table = [row(""), row(" nip *", "NAMA"), row(""), row("1", "a")];
    const header = readHeader(table, [{ header: "NIP", required: true }, { header: "Nama", required: true }, { header: "Email", required: false }]);
    expect(header).toMatchObject({ ok: true, value: { row: 2, unknown: [] } });
    expect(header.ok && dataRows(table, header.value).map((one) => one.row)).toEqual([4]);
  });
  it("that come twice are refused", () => expect(readHeader([row("NIP", "nip")], [{ header: "NIP", required: true }])).toEqual({ ok: false, refusal: "duplicate-columns", columns: ["NIP"] }));
});
