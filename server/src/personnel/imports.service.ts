import { LockMode } from "@mikro-orm/core";
import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { importRowsMax, type ConfirmImportBody, type ImportBatchView, type ImportKind } from "@kompeten/shared/contracts/personnel";
import { ok, refuse, type Ok, type Result } from "@kompeten/shared/kernel";
import { createHash } from "node:crypto";
import { Audit, Clock, currentAccountId, currentAgencyId, newId, type UploadedFile } from "../platform/index.ts";
import { ImportBatch } from "./employee.entity.ts";
import { EmployeeImport } from "./employee-import.service.ts";
import type { HeaderRefusal } from "./header.rules.ts";
import type { BatchRow } from "./import-batch.ts";
import type { ImportSource } from "./import-check.ts";
import { PerformanceImport } from "./performance-import.service.ts";
import { readTable, type FileRefusal } from "./table-file.ts";

export type CheckRefusal = { readonly ok: false; refusal: FileRefusal | HeaderRefusal["refusal"]; columns: string[] };
export type ConfirmRefusal = { readonly ok: false; refusal: "not-found" | "rows-with-errors" | "import-stale" | "import-discarded" | "nothing-to-import"; count: number };

const changesMax = 500;

/** Files on their way into the register: read and checked first, written only when their person confirms. */
@Injectable()
export class Imports {
  private readonly sources: Record<ImportKind, ImportSource>;

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    employees: EmployeeImport,
    performance: PerformanceImport,
  ) {
    this.sources = { employees, performance };
  }

  async check(kind: ImportKind, file: UploadedFile): Promise<Ok<ImportBatchView> | CheckRefusal> {
    const table = await readTable(file.content, file.fileName);
    if (!table.ok) return { ...table, columns: [] };
    const checked = await this.sources[kind].check(table.value);
    if (!checked.ok) return checked;
    if (checked.value.problems.rows === 0) return { ok: false, refusal: "no-rows", columns: [] };
    if (checked.value.problems.rows > importRowsMax) return { ok: false, refusal: "file-too-many-rows", columns: [] };
    const batch = this.em.create(ImportBatch, {
      id: newId(),
      agencyId: currentAgencyId(),
      accountId: currentAccountId(),
      kind,
      fileName: file.fileName.slice(0, 200),
      fileSha256: createHash("sha256").update(file.content).digest("hex"),
      ...checked.value,
      state: "checked",
      createdAt: this.clock.now(),
      decidedAt: null,
    });
    this.em.persist(batch);
    const view = viewOf(batch);
    await this.record("personnel.import.checked", batch, { ...view.counts });
    return ok(view);
  }

  async view(id: string): Promise<ImportBatchView | undefined> {
    const batch = await this.find(id);
    return batch ? viewOf(batch) : undefined;
  }

  /** A second confirmation changes nothing and answers as the first. */
  async confirm(id: string, body: ConfirmImportBody): Promise<Ok<ImportBatchView> | ConfirmRefusal> {
    const batch = await this.find(id, true);
    if (!batch) return { ok: false, refusal: "not-found", count: 0 };
    if (batch.state === "confirmed") return ok(viewOf(batch));
    if (batch.state === "discarded") return { ok: false, refusal: "import-discarded", count: 0 };
    const { rowsWithErrors } = batch.problems;
    if (rowsWithErrors > 0 && !body.skipRowsWithErrors) return { ok: false, refusal: "rows-with-errors", count: rowsWithErrors };
    if (batch.rows.length === 0) return { ok: false, refusal: "nothing-to-import", count: 0 };
    const stale = await this.sources[batch.kind].apply(batch.rows);
    if (stale > 0) return { ok: false, refusal: "import-stale", count: stale };
    this.decide(batch, "confirmed");
    await this.record("personnel.import.confirmed", batch, { ...countsOf(batch), skipped: rowsWithErrors, fileSha256: batch.fileSha256 });
    return ok(viewOf(batch));
  }

  async discard(id: string): Promise<Result<void, "not-found" | "import-confirmed">> {
    const batch = await this.find(id, true);
    if (!batch) return refuse("not-found");
    if (batch.state === "confirmed") return refuse("import-confirmed");
    if (batch.state === "discarded") return ok(undefined);
    this.decide(batch, "discarded");
    await this.record("personnel.import.discarded", batch, {});
    return ok(undefined);
  }

  private decide(batch: ImportBatch, state: "confirmed" | "discarded"): void {
    batch.state = state;
    batch.decidedAt = this.clock.now();
  }

  /** A batch is its uploader's: what one checked, another must not confirm unseen. */
  private async find(id: string, lock = false): Promise<ImportBatch | null> {
    return this.em.findOne(ImportBatch, { id, accountId: currentAccountId() }, lock ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {});
  }

  private record(action: string, batch: ImportBatch, details: Record<string, string | number>): Promise<void> {
    return this.audit.record({ action, subjectKind: "import", subjectId: batch.id, details: { kind: batch.kind, fileName: batch.fileName, ...details } });
  }
}

function viewOf(batch: ImportBatch): ImportBatchView {
  const { id, kind, fileName, state } = batch;
  const changes = batch.rows.filter(isChange).slice(0, changesMax);
  return {
    id,
    kind,
    fileName,
    state,
    createdAt: batch.createdAt.toISOString(),
    decidedAt: batch.decidedAt?.toISOString() ?? null,
    counts: countsOf(batch),
    problems: batch.problems.list,
    changes: changes.map(({ row, nip, name, change, fields }) => ({ row, nip, name, change, fields })),
  };
}

function countsOf({ rows, problems }: ImportBatch): ImportBatchView["counts"] {
  const count = (change: BatchRow["change"]): number => rows.filter((row) => row.change === change).length;
  return { rows: problems.rows, new: count("new"), changed: count("changed"), unchanged: count("unchanged"), rowsWithErrors: problems.rowsWithErrors, errors: problems.errors, warnings: problems.warnings };
}

function isChange(row: BatchRow): row is BatchRow & { change: "new" | "changed" } {
  return row.change !== "unchanged";
}
