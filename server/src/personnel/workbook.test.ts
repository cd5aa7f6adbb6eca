import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readTable, writeTable } from "./table-file.ts";
import { readWorkbook } from "./workbook.ts";

const mebibyte = 1024 * 1024;
const sheet = (rows: string[][]) => writeTable({ sheet: "A", columns: [{ header: "NIP", width: 20 }], rows }, "xlsx");

/** Sets the size unpacked that the zip says of itself to one byte, in the local headers and in the directory. */
function lying(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  for (const [signature, offset] of [["504b0304", 22], ["504b0102", 24]] as const) {
    for (let at = copy.indexOf(Buffer.from(signature, "hex")); at >= 0; at = copy.indexOf(Buffer.from(signature, "hex"), at + 4)) copy.writeUInt32LE(1, at + offset);
  }
  return copy;
}

describe("a workbook", () => {
  it("is read as it was written", async () => {
    expect(await readWorkbook(await sheet([["198503122010011005"]]))).toEqual({ ok: true, value: [["NIP"], ["198503122010011005"]] });
  });

  it("is refused when it unpacks to more than its bound, whatever it says of itself", async () => {
    const bomb = Buffer.from(zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(60 * mebibyte) }, { level: 1 }));
    expect(bomb.length).toBeLessThan(2 * mebibyte);
    expect(await readWorkbook(bomb)).toEqual({ ok: false, refusal: "file-too-many-rows" });
    expect(await readTable(lying(bomb), "a.xlsx")).toEqual({ ok: false, refusal: "file-too-many-rows" });
  }, 60_000);

  it("is refused when it holds too many files", async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`a${index}`, new Uint8Array(1)])));
    expect(await readWorkbook(Buffer.from(many))).toEqual({ ok: false, refusal: "file-too-many-rows" });
  });

  it.each([["cut off", (zip: Buffer) => zip.subarray(0, zip.length / 2)], ["no zip", () => Buffer.from("PK\u0003\u0004 not a workbook")], ["empty", () => Buffer.alloc(0)]])("is unreadable when %s", async (_, broken) => {
    expect(await readWorkbook(broken(await sheet([["1"]])))).toEqual({ ok: false, refusal: "file-unreadable" });
  });
});
