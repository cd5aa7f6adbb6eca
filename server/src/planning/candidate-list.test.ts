import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNips, nipsOfSheet, normaliseNip } from "./candidate-list.rules.ts";

const nip = (n: number) => String(198_503_120_000_000_000n + BigInt(n)).slice(0, 18);

describe("nipsOfSheet", () => {
  it("finds the column headed NIP and keeps the spreadsheet's row numbers", () => {
    expect(nipsOfSheet([["No", "NIP", "Nama"], ["1", "19850312 201001 1 005", "A"], ["", "", ""], ["2", "'198503122010011006", "B"]])).toEqual([
      { row: 2, nip: "198503122010011005" },
      { row: 4, nip: "198503122010011006" },
    ]);
  });

  it("takes the first column where none is headed, with or without a heading", () => {
    expect(nipsOfSheet([["198503122010011005"], ["198503122010011006"]]).map(({ row }) => row)).toEqual([1, 2]);
    expect(nipsOfSheet([["Daftar peserta"], ["198503122010011005"]])).toEqual([{ row: 2, nip: "198503122010011005" }]);
    expect(nipsOfSheet([])).toEqual([]);
  });
});

describe("checkNips", () => {
  it("says of each row what would become of it", () => {
    const listed = [nip(1), "12345", nip(1), nip(2), nip(3), "12345"].map((value, index) => ({ row: index + 1, nip: value }));
    expect(checkNips(listed, new Set([nip(1), nip(3)]), new Set([nip(3)])).map(({ state }) => state)).toEqual(["ok", "malformed", "repeated", "unknown", "enrolled", "malformed"]);
  });

  it("never lets one person through twice", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5)), fc.subarray([0, 1, 2, 3, 4, 5]), (values, known) => {
        const checked = checkNips(values.map((value, index) => ({ row: index, nip: nip(value) })), new Set(known.map(nip)), new Set());
        const through = checked.filter(({ state }) => state === "ok").map((row) => row.nip);
        expect(new Set(through).size).toBe(through.length);
        expect(new Set(through)).toEqual(new Set(values.filter((value) => known.includes(value)).map(nip)));
      }),
    );
  });

  it("reads a NIP as it is printed", () => {
    expect(normaliseNip("19850312 201001 1 005")).toBe("198503122010011005");
  });
});
