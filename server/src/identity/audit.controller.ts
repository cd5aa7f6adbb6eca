import { Controller, Get, Header, Query } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { auditFilters, auditPage, auditQuery, auditVerification, type AuditFilters, type AuditPage, type AuditQuery, type AuditVerification } from "@kompeten/shared/contracts/audit";
import { stringify } from "csv-stringify/sync";
import { AnswersFile, Audit, Requires } from "../platform/index.ts";
import { AuditRecord } from "./audit-record.service.ts";
import { AuditVerifier } from "./audit-verifier.service.ts";

const exportRowsMax = 50_000;

@ApiTags("audit")
@Controller("api/audit")
@Requires("audit.read")
export class AuditController {
  constructor(
    private readonly record: AuditRecord,
    private readonly verifier: AuditVerifier,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: auditPage })
  page(@Query({ schema: auditQuery }) query: AuditQuery): Promise<AuditPage> {
    return this.record.page(query);
  }

  /** The newest 50,000 entries that match; taking the record out of the house is itself recorded. */
  @Get("export")
  @AnswersFile("text/csv")
  @Header("content-type", "text/csv; charset=utf-8")
  @Header("content-disposition", 'attachment; filename="audit.csv"')
  async export(@Query({ schema: auditFilters }) filters: AuditFilters): Promise<string> {
    const entries = await this.record.all(filters, exportRowsMax);
    await this.audit.record({ action: "identity.audit.exported", subjectKind: "audit", subjectId: "record", details: { rows: entries.length, filters: { ...filters } } });
    const rows = entries.map((entry) => [entry.seq, entry.at, entry.person?.name ?? "", entry.person?.login ?? "", entry.action, entry.subjectKind, entry.subjectId, JSON.stringify(entry.details), entry.hash]);
    return stringify([["seq", "at", "name", "login", "action", "subject_kind", "subject_id", "details", "hash"], ...rows], { bom: true, escape_formulas: true });
  }

  @Get("verification")
  @ApiResponse({ status: 200, standardSchema: auditVerification })
  async verification(): Promise<AuditVerification> {
    const verification = await this.verifier.verify();
    await this.audit.record({ action: "identity.audit.verified", subjectKind: "audit", subjectId: "record", details: { holds: verification.holds, entries: verification.entries } });
    return verification;
  }
}
