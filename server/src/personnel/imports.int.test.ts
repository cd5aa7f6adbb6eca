import { afterAll, beforeAll, describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { roles, rolesMay } from "@kompeten/shared/contracts/permissions";
import { HttpClient, TestApp, withClient } from "../../test/harness.ts";
import { signedIn } from "../../test/identity.builders.ts";
import { newEmployee, newRecord } from "../../test/personnel.builders.ts";
import { columns, writeRecord } from "./employee-columns.rules.ts";
import { writeTable } from "./table-file.ts";

let app: TestApp;
let agency: string;
let organiser: HttpClient;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

/** Each group of tests has an agency of its own, so that counts are exact. */
async function fresh(): Promise<void> {
  agency = await app.newAgency();
  organiser = await signedIn(app, { agencyId: agency, roles: ["organiser"] });
}

type Rows = readonly (readonly string[])[];
const rowsOf = (count: number): string[][] => Array.from({ length: count }, () => writeRecord(newRecord({ email: "a.b@contoh.go.id", phone: "081234567890" })));
const file = async (rows: Rows, format: "csv" | "xlsx" = "csv"): Promise<Buffer> => writeTable({ sheet: "Pegawai", columns, rows }, format);
function form(content: Buffer | string, name: string): FormData {
  const data = new FormData();
  data.append("file", new Blob([typeof content === "string" ? content : new Uint8Array(content)]), name);
  return data;
}
const upload = async (rows: Rows, format: "csv" | "xlsx" = "csv") => organiser.post("/api/employees/imports", form(await file(rows, format), `pegawai.${format}`));
const total = async (): Promise<number> => (await organiser.get("/api/employees")).body.total;
const confirm = (id: string, body: object = {}) => organiser.post(`/api/employees/imports/${id}/confirmation`, body);
const at = (header: string): number => columns.findIndex((column) => column.header === header);
const changed = (row: readonly string[], header: string, value: string): string[] => row.map((cell, index) => (index === at(header) ? value : cell));

describe("an import of 500 rows with three bad ones", () => {
  beforeAll(fresh);
  it("writes nothing until it is confirmed, names what is wrong, and then takes the good rows", async () => {
    const rows = rowsOf(500);
    rows[9] = changed(rows[9] ?? [], "NIP", "1.98503E+17");
    rows[99] = changed(rows[99] ?? [], "Tanggal lahir", "31-02-1985");
    rows[499] = changed(rows[499] ?? [], "Golongan", "V/a");
    const checked = await upload(rows, "xlsx");
    expect(checked.status).toBe(201);
    expect(checked.body.counts).toMatchObject({ rows: 500, new: 497, rowsWithErrors: 3, errors: 3 });
    expect(checked.body.problems.map((problem: { row: number; column: string; code: string }) => [problem.row, problem.column, problem.code])).toEqual([
      [11, "NIP", "nip-mangled"],
      [101, "Tanggal lahir", "date-invalid"],
      [501, "Golongan", "grade-invalid"],
    ]);
    expect(await total()).toBe(0);

    const refused = await confirm(checked.body.id);
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([409, "rows-with-errors", { count: 3 }]);
    expect(await total()).toBe(0);

    const confirmed = await confirm(checked.body.id, { skipRowsWithErrors: true });
    expect([confirmed.status, confirmed.body.state]).toEqual([200, "confirmed"]);
    expect(await total()).toBe(497);
    expect((await confirm(checked.body.id, { skipRowsWithErrors: true })).body).toEqual(confirmed.body);
    expect(await total()).toBe(497);
  });
});

describe.each(["xlsx", "csv"] as const)("a %s file", (format) => {
  beforeAll(fresh);
  it("that was exported is taken back and changes nothing", async () => {
    await newEmployee(app, { agencyId: agency, name: "=Siti, \"Ani\"", phone: "+62 812-3456-7890", titleBefore: "Dr.", email: "Siti@contoh.go.id", unit: "Dinas; Sosial" });
    await newEmployee(app, { agencyId: agency, employment: "pppk", grade: "IX", gradeSince: null, titleAfter: null, unit: null, education: null, educationField: null, birthPlace: null, positionSince: null });
    const response = await fetch(`${app.url}/api/employees/export?format=${format}`, { headers: { cookie: `kompeten_session=${organiser.token}` } });
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="pegawai.${format}"`);
    const content = Buffer.from(await response.arrayBuffer());
    const checked = await organiser.post("/api/employees/imports", form(content, `pegawai.${format}`));
    expect(checked.body.problems).toEqual([]);
    expect(checked.body.counts).toMatchObject({ rows: 2, new: 0, changed: 0, unchanged: 2 });
  });

  it("template is an import without problems", async () => {
    const response = await fetch(`${app.url}/api/employees/template?format=${format}`, { headers: { cookie: `kompeten_session=${organiser.token}` } });
    const checked = await organiser.post("/api/employees/imports", form(Buffer.from(await response.arrayBuffer()), `t.${format}`));
    expect(checked.body.counts).toMatchObject({ rows: 1, new: 1, errors: 0, warnings: 0 });
  });
});

describe("checking", () => {
  beforeAll(fresh);
  const problemsOf = async (rows: Rows) => (await upload(rows)).body.problems.map((problem: { row: number; code: string; severity: string; params: object }) => problem);

  it("takes semicolons, an ANSI file, dashes for nothing, and headings in any order", async () => {
    const [row = []] = rowsOf(1);
    const order = [...columns.keys()].reverse();
    const lines = [order.map((index) => columns[index]?.header.toUpperCase()).join(";"), "", order.map((index) => (index === at("Gelar depan") ? "-" : index === at("Nama") ? "René" : row[index])).join(";")];
    const checked = await organiser.post("/api/employees/imports", form(Buffer.from(lines.join("\r\n"), "latin1"), "pegawai.csv"));
    expect(checked.body.problems).toEqual([]);
    expect(checked.body.changes).toMatchObject([{ row: 3, name: "René", change: "new" }]);
  });

  it("says that a NIP which became a number must be text", async () => {
    const cells = (rowsOf(1)[0] ?? []).map((value, index) => (index === 0 ? { value: Number("198503122010011005"), type: Number } : { value, type: String }));
    const content = await writeXlsxFile([columns.map(({ header }) => ({ value: header })), cells] as never, {}).toBuffer();
    const checked = await organiser.post("/api/employees/imports", form(content, "pegawai.xlsx"));
    expect(checked.body.problems).toMatchObject([{ row: 2, column: "NIP", code: "nip-not-text", severity: "error" }]);
  });

  it("reads date cells of a spreadsheet", async () => {
    const record = newRecord();
    const cells = writeRecord(record).map((value, index) => (index === at("Tanggal lahir") ? { value: new Date(`${record.birthDate}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" } : { value, type: String }));
    const content = await writeXlsxFile([columns.map(({ header }) => ({ value: header })), cells] as never, {}).toBuffer();
    expect((await organiser.post("/api/employees/imports", form(content, "pegawai.xlsx"))).body.problems).toEqual([]);
  });

  it("names the other row of a NIP that comes twice", async () => {
    const [one = [], two = []] = rowsOf(2);
    const problems = await problemsOf([one, two, one]);
    expect(problems).toMatchObject([{ row: 2, code: "nip-duplicate", params: { otherRow: 4 } }, { row: 4, code: "nip-duplicate", params: { otherRow: 2 } }]);
  });

  it("warns of a PPPK's month without refusing the row", async () => {
    const record = newRecord({ employment: "pppk", grade: "IX" });
    const nip = `${record.nip.slice(0, 12)}21${record.nip.slice(14)}`;
    const checked = await upload([writeRecord({ ...record, nip })]);
    expect(checked.body).toMatchObject({ counts: { errors: 0, warnings: 1, new: 1 }, problems: [{ code: "nip-month-pppk", severity: "warning" }] });
  });

  it("counts every missing cell, and warns of columns it does not know", async () => {
    const content = `${columns.map(({ header }) => header).join(",")},Hobi\n,${",".repeat(columns.length - 1)}memancing\n`;
    const checked = await organiser.post("/api/employees/imports", form(content, "pegawai.csv"));
    expect(checked.body.problems.filter((problem: { code: string }) => problem.code === "required")).toHaveLength(columns.filter((column) => column.required).length);
    expect(checked.body.problems[0]).toMatchObject({ row: 1, column: "Hobi", code: "unknown-column", severity: "warning" });
  });

  it.each([
    ["NIP,Nama\n1,2\n", "a.csv", 422, "missing-columns"],
    ["", "a.csv", 422, "no-rows"],
    [`${columns.map(({ header }) => header).join(",")}\n`, "a.csv", 422, "no-rows"],
    ["PK\u0003\u0004 not a workbook", "a.xlsx", 422, "file-unreadable"],
    ["%PDF-1.7", "a.pdf", 422, "file-type"],
    ["a".repeat(11 * 1024 * 1024), "a.csv", 413, "too-large"],
  ])("refuses the file %#", async (content, name, status, code) => {
    const answer = await organiser.post("/api/employees/imports", form(content, name));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it("refuses more than ten thousand rows, and a request without a file", async () => {
    const [row = []] = rowsOf(1);
    expect((await upload(Array.from({ length: 10_001 }, () => row))).body.code).toBe("file-too-many-rows");
    expect((await organiser.post("/api/employees/imports", {})).body.code).toBe("file-missing");
  });

  it("takes ten thousand rows at once", async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => writeRecord({ ...newRecord(), nip: `19850312${2000 + Math.floor(index / 999)}01${1}${String((index % 999) + 1).padStart(3, "0")}`, birthDate: "1985-03-12", sex: "male" }));
    const checked = await upload(rows);
    expect(checked.body.counts).toMatchObject({ rows: 10_000, new: 10_000, errors: 0 });
    expect((await confirm(checked.body.id)).status).toBe(200);
    expect(await total()).toBe(10_000);
  });
});

describe("confirming", () => {
  beforeAll(fresh);
  it("shows and makes the changes, and leaves alone what the file does not have", async () => {
    const record = newRecord({ email: "tetap@contoh.go.id" });
    await newEmployee(app, { agencyId: agency, ...record });
    const wanted = columns.filter((column) => column.required);
    const line = wanted.map(({ key, write }) => (key === "positionTitle" ? "Kepala Bagian" : write(record[key] ?? "")));
    const checked = await organiser.post("/api/employees/imports", form(`${wanted.map(({ header }) => header).join(",")}\n${line.join(",")}\n`, "ubah.csv"));
    expect(checked.body.changes).toEqual([{ row: 2, nip: record.nip, name: record.name, change: "changed", fields: [{ column: "Jabatan", from: "Kepala Subbagian Umum", to: "Kepala Bagian" }] }]);
    await confirm(checked.body.id);
    const row = (await organiser.get(`/api/employees?search=${record.nip}`)).body.rows[0];
    expect((await organiser.get(`/api/employees/${row.id}`)).body).toMatchObject({ positionTitle: "Kepala Bagian", email: "tetap@contoh.go.id", unitName: "Dinas Pendidikan" });
  });

  it("is refused when the register changed in between, and writes nothing then", async () => {
    const [stale = [], untouched = []] = rowsOf(2);
    const first = await upload([stale, untouched]);
    const second = await upload([changed(stale, "Nama", "Nama Lain")]);
    expect((await confirm(second.body.id)).status).toBe(200);
    const before = await total();
    const refused = await confirm(first.body.id);
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([409, "import-stale", { count: 1 }]);
    expect(await total()).toBe(before);
  });

  it("twice at the same time writes once", async () => {
    const checked = await upload(rowsOf(3));
    const before = await total();
    const answers = await Promise.all([confirm(checked.body.id), confirm(checked.body.id)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(await total()).toBe(before + 3);
    const entries = await withClient(app.database.ownerUrl, (client) => client.query("select 1 from audit_entry where action = 'personnel.import.confirmed' and subject_id = $1", [checked.body.id]));
    expect(entries.rowCount).toBe(1);
  });

  it("is impossible once discarded, and discarding once confirmed", async () => {
    const checked = await upload(rowsOf(1));
    expect((await organiser.delete(`/api/employees/imports/${checked.body.id}`)).status).toBe(204);
    expect((await confirm(checked.body.id)).body.code).toBe("import-discarded");
    const other = await upload(rowsOf(1));
    await confirm(other.body.id);
    expect((await organiser.delete(`/api/employees/imports/${other.body.id}`)).body.code).toBe("import-confirmed");
  });

  it("is its uploader's alone", async () => {
    const checked = await upload(rowsOf(1));
    const islands = await app.newAgency();
    for (const agencyId of [agency, islands]) {
      const other = await signedIn(app, { agencyId, roles: ["organiser"] });
      expect((await other.get(`/api/employees/imports/${checked.body.id}`)).status).toBe(404);
      expect((await other.post(`/api/employees/imports/${checked.body.id}/confirmation`, {})).status).toBe(404);
      expect((await other.delete(`/api/employees/imports/${checked.body.id}`)).status).toBe(404);
    }
  });
});

describe("yearly predicates", () => {
  beforeAll(fresh);
  it("are imported for people of the register", async () => {
    const { employeeId, nip } = await newEmployee(app, { agencyId: agency });
    const send = (text: string) => organiser.post("/api/employees/performance-imports", form(text, "predikat.csv"));
    const wrong = await send(`NIP,Tahun,Predikat\n${nip},2025,Istimewa\n198503122010011999,2025,Baik\n${nip},25,Baik\n`);
    expect(wrong.body.problems.map((problem: { row: number; code: string }) => [problem.row, problem.code])).toEqual([[2, "option-invalid"], [3, "employee-unknown"], [4, "year-invalid"]]);
    const right = await send(`NIP;Tahun;Predikat\n${nip};2024;baik\n${nip};2025;SANGAT BAIK\n`);
    expect(right.body.counts).toMatchObject({ new: 2, errors: 0 });
    await confirm(right.body.id);
    expect((await organiser.get(`/api/employees/${employeeId}`)).body.performance).toEqual([{ year: 2025, predicate: "sangat-baik", source: "import" }, { year: 2024, predicate: "baik", source: "import" }]);
    expect((await send(`NIP;Tahun;Predikat\n${nip};2025;Baik\n`)).body.changes).toMatchObject([{ change: "changed", fields: [{ column: "Predikat 2025", from: "Sangat Baik", to: "Baik" }] }]);
  });
});

describe("the register", () => {
  beforeAll(fresh);
  it("is for those whose role says so", async () => {
    const { employeeId } = await newEmployee(app, { agencyId: agency });
    for (const role of roles) {
      const client = await signedIn(app, { agencyId: agency, roles: [role] });
      const read = rolesMay([role], "employee.read") ? 200 : 404;
      for (const path of ["/api/employees", `/api/employees/${employeeId}`, "/api/organisation-units", "/api/employees/export?format=csv"]) expect([role, path, (await client.get(path)).status]).toEqual([role, path, read]);
      const mayImport = rolesMay([role], "employee.import");
      const answers = [await client.post("/api/employees/imports", form(await file(rowsOf(1)), "a.csv")), await client.get("/api/employees/template?format=csv")];
      expect([role, ...answers.map((answer) => answer.status)]).toEqual([role, mayImport ? 201 : 404, mayImport ? 200 : 404]);
    }
  });

  it("shows an agency its own people only", async () => {
    const islands = await app.newAgency();
    const { employeeId, nip } = await newEmployee(app, { agencyId: islands, unit: "Dinas Kelautan" });
    expect((await organiser.get(`/api/employees/${employeeId}`)).status).toBe(404);
    expect((await organiser.get(`/api/employees?search=${nip}`)).body.total).toBe(0);
    expect(JSON.stringify((await organiser.get("/api/organisation-units")).body)).not.toContain("Kelautan");
  });

  it("finds by name, printed NIP, position and unit, filters and pages", async () => {
    const { nip } = await newEmployee(app, { agencyId: agency, name: "Maimunah", unit: "Dinas Perikanan", positionTitle: "Perencana Ahli Muda", positionType: "fungsional" });
    const printed = `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}`;
    for (const search of ["maimun", printed, "perencana", "perikanan"]) {
      const found = (await organiser.get(`/api/employees?search=${encodeURIComponent(search)}`)).body.rows;
      expect(found).toContainEqual(expect.objectContaining({ nip }));
    }
    expect((await organiser.get("/api/employees?search=%25")).body.total).toBe(0);
    expect((await organiser.get("/api/employees?positionType=fungsional")).body.total).toBe(1);
    await newEmployee(app, { agencyId: agency });
    const pages = await Promise.all([1, 2].map((page) => organiser.get(`/api/employees?pageSize=1&page=${page}`)));
    expect(new Set(pages.map((answer) => answer.body.rows[0].id)).size).toBe(2);
    expect((await organiser.get("/api/employees?pageSize=1000")).status).toBe(400);
  });
});
