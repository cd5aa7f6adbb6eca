import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { operationsMax, type Acknowledgement, type AppendAnswer } from "@kompeten/shared/contracts/delivery";
import { emergencyContents, emergencyReport, type EmergencyContents, type EmergencyFile, type EmergencyReport } from "@kompeten/shared/contracts/emergency";
import { canonicalJson, ok, refuse, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { createHash, timingSafeEqual } from "node:crypto";
import { Audit, InstallationKeys, newId, UnitOfWork, type Actor } from "../../platform/index.ts";
import { AttemptStates } from "../attempt-states.service.ts";
import { Desk } from "../desk.service.ts";
import { JournalReader } from "../journal-reader.service.ts";
import { SetAsideWork } from "../set-aside.service.ts";
import { batchesOf, countsOf, reported, type Reported } from "./emergency-outcome.rules.ts";
import { passOf } from "./emergency-pass.ts";
import { openSealed } from "./open-file.ts";

type Whose = { agencyId: string; accountId: string };
export type FileFault = { path: string; message: string };
export type FileRefusal = "emergency-other-attempt" | "emergency-unknown-key" | "emergency-not-opened" | "emergency-wrong-contents";
type Refused = { readonly ok: false; readonly refusal: FileRefusal; readonly faults: FileFault[] };

/**
 * What a candidate's page could not send, brought by a proctor. The operations take the candidate's own way through the desk,
 * so an opId that has arrived by another way is answered alike (J3), what is late is set aside (J7) and what is of another
 * device too (J5). Who brought it is in the audit record. Opens its own units of work, as the desk does.
 */
@Injectable()
export class EmergencyFiles {
  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly states: AttemptStates,
    private readonly reader: JournalReader,
    private readonly desk: Desk,
    private readonly setAside: SetAsideWork,
    private readonly keys: InstallationKeys,
    private readonly audit: Audit,
  ) {}

  async receive(actor: Actor, attemptId: string, file: EmergencyFile): Promise<Result<EmergencyReport, "not-found"> | Refused> {
    const scope = { agencyId: actor.agencyId, accountId: actor.accountId };
    const held = await this.units.run(scope, () => this.states.one(attemptId));
    if (!held) return refuse("not-found");
    const whose: Whose = { agencyId: actor.agencyId, accountId: held.record.accountId };
    const opened = await this.opened(attemptId, whose, file);
    if (!opened.ok) {
      const { refusal, faults } = opened;
      await this.units.run(scope, () => this.audit.record({ action: "delivery.emergency-file.refused", subjectKind: "attempt", subjectId: attemptId, details: { refusal, faults, sha256: digestOf(file) } }));
      return opened;
    }
    const operations = await this.withMerged(attemptId, whose, await this.apply(attemptId, whose, opened.contents));
    const report = emergencyReport.parse({ attemptId, epoch: file.epoch, madeAtMs: file.madeAtMs, operations });
    await this.units.run(scope, () => this.record(report, file));
    return ok(report);
  }

  private async opened(attemptId: string, whose: Whose, file: EmergencyFile): Promise<{ ok: true; contents: EmergencyContents } | Refused> {
    if (file.attemptId !== attemptId) return refusedFile("emergency-other-attempt", "attemptId", `expected ${attemptId}, the file is of ${file.attemptId}`);
    const key = await this.keys.byId("emergency-file", file.keyId);
    if (!key?.privateKey) return refusedFile("emergency-unknown-key", "keyId", "expected a key of this installation");
    const text = openSealed(file, key.privateKey);
    if (text === undefined) return refusedFile("emergency-not-opened", "sealed", "expected what a page of this installation sealed for this attempt and epoch, unchanged");
    const parsed = emergencyContents.safeParse(jsonOf(text));
    if (!parsed.success) return { ok: false, refusal: "emergency-wrong-contents", faults: parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join("."), message })) };
    if (!isSame(parsed.data.pass, passOf(this.keys, { attemptId, accountId: whose.accountId }))) return refusedFile("emergency-wrong-contents", "pass", "expected the pass that came with the candidate's paper");
    return { ok: true, contents: parsed.data };
  }

  private async apply(attemptId: string, whose: Whose, { operations }: EmergencyContents): Promise<Reported[]> {
    const opIds = operations.map(({ operation }) => operation.opId);
    const known = await this.units.run(whose, () => this.reader.written(opIds.map((opId) => ({ attemptId, opId }))));
    const outcomes: Reported[] = [];
    let going = true;
    for (const batch of batchesOf(operations, operationsMax)) {
      const answer: AppendAnswer | undefined = going ? await this.desk.append(whose, { attemptId, ...batch }) : undefined;
      const acknowledgements = new Map<string, Acknowledgement>(answer?.ok ? answer.acknowledgements.map((one) => [one.opId, one]) : []);
      const done: Reported[] = batch.operations.map((operation) => reported(operation, acknowledgements.get(operation.opId), known.has(operation.opId)));
      // What is behind something to be tried again must not overtake it.
      if (done.some(({ outcome }) => outcome === "not-tried")) going = false;
      outcomes.push(...done);
    }
    return outcomes;
  }

  /** J7: what counts although it came late, by the server's own rule or a lead's word. */
  private async withMerged(attemptId: string, whose: Whose, operations: Reported[]): Promise<Reported[]> {
    if (!operations.some(({ outcome }) => outcome === "late" || outcome === "quarantined")) return operations;
    const aside = await this.units.run(whose, () => this.setAside.of(attemptId));
    const merged = new Set(aside.filter(({ mergedSeq }) => mergedSeq !== null).map(({ opId }) => opId));
    return operations.map((operation) => (merged.has(operation.opId) ? { ...operation, outcome: "merged" as const } : operation));
  }

  /** Each upload is in the audit record; the file itself once, when all of it has been dealt with. */
  private async record(report: EmergencyReport, file: EmergencyFile): Promise<void> {
    const sha256 = digestOf(file);
    const counts = countsOf(report.operations);
    const { attemptId, epoch, madeAtMs } = report;
    await this.audit.record({ action: "delivery.emergency-file.received", subjectKind: "attempt", subjectId: attemptId, details: { sha256, epoch, madeAtMs, counts } });
    if (counts["not-tried"] !== undefined) return;
    await sql`
      insert into emergency_file (agency_id, id, attempt_id, sha256, epoch, made_at, uploaded_by, report)
      values (current_agency(), ${newId()}, ${attemptId}, ${sha256}, ${epoch}, ${new Date(madeAtMs)}, current_account(), ${canonicalJson(report)})
      on conflict (attempt_id, sha256) do nothing`.execute(this.em.getKysely());
  }
}

function refusedFile(refusal: FileRefusal, path: string, message: string): Refused {
  return { ok: false, refusal, faults: [{ path, message }] };
}

function digestOf(file: EmergencyFile): string {
  return createHash("sha256").update(canonicalJson(file)).digest("hex");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
