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
    const names = (await this.ofMany([record])).get(record.id);
    assert(names, "each attempt has its names");
    return names;
  }

  /** By attempt. */
  async ofMany(records: readonly AttemptRecord[]): Promise<Map<string, AttemptNames>> {
    const agency = (await this.agencies.current()).name;
    const versions = await this.instruments.versions([...new Set(records.map(({ instrumentVersionId }) => instrumentVersionId))]);
    const sittings = new Map((await this.assessments.sittingHeadings(records.map(({ sittingId }) => sittingId))).map((sitting) => [sitting.id, sitting]));
    const assessments = new Map((await this.assessments.views([...sittings.values()].map(({ assessmentId }) => assessmentId))).map((assessment) => [assessment.id, assessment]));
    const candidates = await this.candidates(records);
    return new Map(
      records.map((record) => {
        const version = versions.get(record.instrumentVersionId);
        const sitting = sittings.get(record.sittingId);
        const assessment = sitting && assessments.get(sitting.assessmentId);
        assert(version && sitting && assessment, "an attempt has an instrument and a sitting of an assessment");
        return [
          record.id,
          {
            agency,
            assessment: assessment.title,
            assessmentNumber: assessment.number,
            leadAccountId: assessment.leadAccountId,
            sitting: sitting.title,
            timeZone: sitting.timeZone,
            instrument: { title: version.title, kind: version.kind, versionId: version.id },
            candidate: candidates(record),
          },
        ];
      }),
    );
  }

  /** By the register; somebody withdrawn from the assessment is still known by their account. */
  private async candidates(records: readonly AttemptRecord[]): Promise<(record: AttemptRecord) => { name: string; nip: string }> {
    const enrolments = new Map((await this.assessments.enrolmentsByIds(records.map(({ enrolmentId }) => enrolmentId))).map((enrolment) => [enrolment.id, enrolment]));
    const employees = await this.employees.byIds([...enrolments.values()].map(({ employeeId }) => employeeId));
    const withdrawn = records.filter(({ enrolmentId }) => !enrolments.has(enrolmentId)).map(({ accountId }) => accountId);
    const accounts = withdrawn.length === 0 ? new Map<string, { name: string }>() : await this.accounts.namesOf(withdrawn);
    return ({ enrolmentId, accountId }) => {
      const employee = employees.get(enrolments.get(enrolmentId)?.employeeId ?? "");
      if (employee) return { name: [employee.titleBefore, [employee.name, employee.titleAfter].filter(Boolean).join(", ")].filter(Boolean).join(" "), nip: employee.nip };
      return { name: accounts.get(accountId)?.name ?? "", nip: "" };
    };
  }
}

export function receiptNames({ agency, assessment, sitting, instrument, candidate }: AttemptNames): Pick<ReceiptContent, "agency" | "assessment" | "sitting" | "instrument" | "candidate"> {
  return { agency, assessment, sitting, instrument, candidate: { name: candidate.name, nip: maskedNip(candidate.nip) } };
}
