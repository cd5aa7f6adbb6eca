import { Injectable } from "@nestjs/common";
import { maskedNip, type ReceiptContent } from "@kompeten/shared/proof";
import { assert } from "@kompeten/shared/kernel";
import { Instruments } from "../../authoring/index.ts";
import { Accounts, Agencies } from "../../identity/index.ts";
import { Employees } from "../../personnel/index.ts";
import { Assessments } from "../../planning/index.ts";
import type { AttemptRecord } from "../attempt-record.ts";

export type AttemptNames = Pick<ReceiptContent, "agency" | "assessment" | "sitting" | "instrument"> & { candidate: { name: string; nip: string }; timeZone: string; assessmentNumber: string; leadAccountId: string | null };

/** Whose attempt it is and what it is part of, in the words of the day. In the running unit of work. */
@Injectable()
export class ReceiptTexts {
  constructor(
    private readonly agencies: Agencies,
    private readonly accounts: Accounts,
    private readonly employees: Employees,
    private readonly assessments: Assessments,
    private readonly instruments: Instruments,
  ) {}

  async of(record: AttemptRecord): Promise<AttemptNames> {
    const version = (await this.instruments.versions([record.instrumentVersionId])).get(record.instrumentVersionId);
    const [sitting] = await this.assessments.sittingsByIds([record.sittingId]);
    const assessment = sitting && (await this.assessments.view(sitting.assessmentId));
    assert(version && sitting && assessment, "an attempt has an instrument and a sitting of an assessment");
    return {
      agency: (await this.agencies.current()).name,
      assessment: assessment.title,
      assessmentNumber: assessment.number,
      leadAccountId: assessment.leadAccountId,
      sitting: sitting.title,
      timeZone: sitting.timeZone,
      instrument: { title: version.title, kind: version.kind, versionId: version.id },
      candidate: await this.candidate(record),
    };
  }

  /** By the register; somebody withdrawn from the assessment is still known by their account. */
  private async candidate({ enrolmentId, accountId }: AttemptRecord): Promise<{ name: string; nip: string }> {
    const enrolment = await this.assessments.enrolment(enrolmentId);
    const employee = enrolment && (await this.employees.byIds([enrolment.employeeId])).get(enrolment.employeeId);
    if (employee) return { name: [employee.titleBefore, [employee.name, employee.titleAfter].filter(Boolean).join(", ")].filter(Boolean).join(" "), nip: employee.nip };
    return { name: (await this.accounts.namesOf([accountId])).get(accountId)?.name ?? "", nip: "" };
  }
}

export function receiptNames({ agency, assessment, sitting, instrument, candidate }: AttemptNames): Pick<ReceiptContent, "agency" | "assessment" | "sitting" | "instrument" | "candidate"> {
  return { agency, assessment, sitting, instrument, candidate: { name: candidate.name, nip: maskedNip(candidate.nip) } };
}
