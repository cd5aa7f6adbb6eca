import { Injectable } from "@nestjs/common";
import { candidatesMax, type CandidateCheck } from "@kompeten/shared/contracts/planning";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { Employees, readTable, type FileRefusal } from "../personnel/index.ts";
import type { UploadedFile } from "../platform/index.ts";
import { Assessments } from "./assessments.service.ts";
import { refusePlan, type PlanOutcome } from "./plan-editor.service.ts";
import { checkNips, nipsOfSheet, normaliseNip, type ListedNip } from "./candidate-list.rules.ts";

/** Answers what would become of a list of NIPs; enrols nobody. */
@Injectable()
export class CandidateLists {
  constructor(
    private readonly assessments: Assessments,
    private readonly employees: Employees,
  ) {}

  async check(assessmentId: string, listed: readonly ListedNip[]): Promise<PlanOutcome<CandidateCheck>> {
    const assessment = await this.assessments.view(assessmentId);
    if (!assessment) return refusePlan("not-found");
    if (assessment.state === "closed") return refusePlan("closed");
    const enrolments = await this.assessments.enrolments(assessmentId);
    const present = await this.employees.byIds(enrolments.map((enrolment) => enrolment.employeeId));
    const known = await this.employees.byNips(listed.map(({ nip }) => nip).filter((nip) => /^\d{18}$/.test(nip)));
    const enrolled = new Set([...present.values()].map((employee) => employee.nip));
    const rows = checkNips(listed, new Set(known.keys()), enrolled).map(({ row, nip, state }) => {
      const found = known.get(nip);
      const employee = found ? { id: found.id, name: found.name, titleBefore: found.titleBefore, titleAfter: found.titleAfter, positionTitle: found.positionTitle, unitName: found.unitName } : null;
      return { row, nip, state, employee };
    });
    return ok({ rows });
  }

  /** XLSX (first sheet), CSV or text, as the register reads its own files. */
  async read({ content, fileName }: UploadedFile): Promise<Result<ListedNip[], FileRefusal | "empty-file">> {
    const table = await readTable(content, fileName);
    if (!table.ok) return table;
    const listed = nipsOfSheet(table.value.map((row) => row.map(({ text }) => text)));
    if (listed.length === 0) return refuse("empty-file");
    return listed.length > candidatesMax ? refuse("file-too-many-rows") : ok(listed);
  }

  /** A pasted list: one NIP a row, as numbered by the page. */
  listed(nips: readonly string[]): ListedNip[] {
    return nips.map((nip, index) => ({ row: index + 1, nip: normaliseNip(nip) })).filter(({ nip }) => nip !== "");
  }
}
