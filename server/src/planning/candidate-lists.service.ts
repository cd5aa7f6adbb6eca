import { Injectable } from "@nestjs/common";
import { candidatesMax, type CandidateCheck } from "@kompeten/shared/contracts/planning";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { parse } from "csv-parse/sync";
import { Employees, readWorkbook } from "../personnel/index.ts";
import { Assessments } from "./assessments.service.ts";
import { checkNips, nipsOfSheet, normaliseNip, type ListedNip } from "./candidate-list.rules.ts";

export type FileRefusal = "unreadable-file" | "empty-file" | "too-many-rows";

/** Answers what would become of a list of NIPs; enrols nobody. */
@Injectable()
export class CandidateLists {
  constructor(
    private readonly assessments: Assessments,
    private readonly employees: Employees,
  ) {}

  async check(assessmentId: string, listed: readonly ListedNip[]): Promise<CandidateCheck | undefined> {
    if (!(await this.assessments.view(assessmentId))) return undefined;
    const enrolments = await this.assessments.enrolments(assessmentId);
    const present = await this.employees.byIds(enrolments.map((enrolment) => enrolment.employeeId));
    const known = await this.employees.byNips(listed.map(({ nip }) => nip).filter((nip) => /^\d{18}$/.test(nip)));
    const enrolled = new Set([...present.values()].map((employee) => employee.nip));
    const rows = checkNips(listed, new Set(known.keys()), enrolled).map(({ row, nip, state }) => {
      const found = known.get(nip);
      const employee = found ? { id: found.id, name: found.name, titleBefore: found.titleBefore, titleAfter: found.titleAfter, positionTitle: found.positionTitle, unitName: found.unitName } : null;
      return { row, nip, state, employee };
    });
    return { rows };
  }

  /** XLSX (first sheet) or CSV with comma, semicolon or tab. */
  async read(file: Buffer): Promise<Result<ListedNip[], FileRefusal>> {
    const rows = await rowsOf(file);
    if (!rows.ok) return rows;
    const listed = nipsOfSheet(rows.value);
    if (listed.length === 0) return refuse("empty-file");
    return listed.length > candidatesMax ? refuse("too-many-rows") : ok(listed);
  }

  /** A pasted list: one NIP a row, as numbered by the page. */
  listed(nips: readonly string[]): ListedNip[] {
    return nips.map((nip, index) => ({ row: index + 1, nip: normaliseNip(nip) })).filter(({ nip }) => nip !== "");
  }
}

async function rowsOf(file: Buffer): Promise<Result<string[][], FileRefusal>> {
  // A zip archive begins with PK: that is what an XLSX file is.
  if (file.subarray(0, 2).toString("latin1") === "PK") {
    const sheet = await readWorkbook(file);
    if (!sheet.ok) return refuse(sheet.refusal === "file-unreadable" ? "unreadable-file" : "too-many-rows");
    return ok(sheet.value.map((row) => row.map((cell) => (typeof cell === "string" || typeof cell === "number" ? String(cell) : ""))));
  }
  try {
    return ok(parse(file, { bom: true, delimiter: [",", ";", "\t"], relax_column_count: true, skip_empty_lines: false, trim: true, to: candidatesMax + 100, max_record_size: 100_000 }) as string[][]);
  } catch {
    return refuse("unreadable-file");
  }
}
