import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { InstrumentKind, InstrumentState } from "@kompeten/shared/contracts/authoring";
import { canonicalJson, ok, refuse, type Json, type Result } from "@kompeten/shared/kernel";
import { paper as paperSchema, type Paper } from "@kompeten/shared/paper";
import { createHash } from "node:crypto";
import { ContentError, problemsOf, type ContentProblem } from "../catalogue/index.ts";
import { Audit, Clock, currentAgencyId, currentScope, newId } from "../platform/index.ts";
import { instrumentHeader, instrumentKey, type InstrumentHeader, type InstrumentKey } from "./content.ts";
import { checkInstrument } from "./content.rules.ts";
import { Instrument, InstrumentPaper, InstrumentVersion } from "./instrument.entity.ts";
import { InstrumentKeyRecord } from "./instrument-key.entity.ts";

/** A version as everybody who plans, delivers and scores sees it: without paper, without key. */
export type InstrumentVersionView = {
  id: string;
  instrumentId: string;
  code: string;
  kind: InstrumentKind;
  version: number;
  title: string;
  state: InstrumentState;
  /** Null: without a clock. */
  durationSeconds: number | null;
  summary: string;
  candidateInstructions: string;
  /** Competencies it gives evidence for; empty for a reasoning test. */
  competencies: string[];
};
export type InstrumentContent = { header: InstrumentHeader; paper: Paper; key: InstrumentKey };
export type PublishRefusal = "not-found" | "not-draft" | "has-problems";

@Injectable()
export class Instruments {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes a version in as a draft, with paper and key checked against each other; throws a `ContentError` that names every
   * problem. The same content again gives the same id; a changed draft takes the place of the former, a published version never.
   */
  async load(content: InstrumentContent): Promise<string> {
    const { header, paper, key } = parse(content);
    const problems = checkInstrument({ header, paper, key });
    if (problems.length > 0) throw new ContentError(`instrument ${header.code}`, problems);
    const contentSha256 = sha256({ header, paper, key } as Json);
    const instrument = await this.ensureInstrument(header);
    const existing = await this.em.findOne(InstrumentVersion, { instrumentId: instrument.id, version: header.version });
    if (existing?.contentSha256 === contentSha256) return existing.id;
    if (existing && existing.state !== "draft") throw new ContentError(`instrument ${header.code}`, [{ path: "version", message: `version ${header.version} is published and cannot change; give it a new number` }]);
    const version = existing ?? this.newVersion(instrument.id, header.version);
    this.em.assign(version, { ...headerColumns(header), contentSha256 });
    const keySha256 = sha256(key as Json);
    if (existing) {
      await this.em.nativeUpdate(InstrumentPaper, { instrumentVersionId: version.id }, { paper });
      await this.em.nativeUpdate(InstrumentKeyRecord, { instrumentVersionId: version.id }, { key, keySha256 });
    } else {
      const of = { instrumentVersionId: version.id, agencyId: currentAgencyId() };
      await this.em.flush();
      this.em.create(InstrumentPaper, { ...of, paper }, { persist: true });
      this.em.create(InstrumentKeyRecord, { ...of, key, keySha256 }, { persist: true });
    }
    await this.em.flush();
    await this.audit.record({ action: "authoring.instrument.loaded", subjectKind: "instrument-version", subjectId: version.id, details: { code: header.code, version: header.version, contentSha256 } });
    return version.id;
  }

  /** Makes a draft usable and, from then on, unchangeable. Checks it once more: the rules may have grown since it was loaded. */
  async publish(versionId: string): Promise<Result<void, PublishRefusal>> {
    const version = await this.em.findOne(InstrumentVersion, { id: versionId });
    if (!version) return refuse("not-found");
    if (version.state !== "draft") return refuse("not-draft");
    if ((await this.problems(version)).length > 0) return refuse("has-problems");
    version.state = "published";
    version.publishedBy = currentScope().accountId;
    version.publishedAt = this.clock.now();
    await this.em.flush();
    await this.audit.record({ action: "authoring.instrument.published", subjectKind: "instrument-version", subjectId: versionId, details: { title: version.title, version: version.version } });
    return ok(undefined);
  }

  /** What an organiser may choose from: the newest published version of each instrument first. */
  async published(): Promise<InstrumentVersionView[]> {
    return this.views(await this.em.find(InstrumentVersion, { state: "published" }, { orderBy: { title: "asc", version: "desc" } }));
  }

  /** Every version in every state, for authors and for those who choose. */
  async all(): Promise<InstrumentVersionView[]> {
    return this.views(await this.em.find(InstrumentVersion, {}, { orderBy: { title: "asc", version: "desc" } }));
  }

  /** Ids that are unknown are absent. */
  async versions(ids: readonly string[]): Promise<Map<string, InstrumentVersionView>> {
    const views = await this.views(await this.em.find(InstrumentVersion, { id: { $in: [...new Set(ids)] } }));
    return new Map(views.map((view) => [view.id, view]));
  }

  private async problems(version: InstrumentVersion): Promise<ContentProblem[]> {
    const [instrument, paper, key] = await Promise.all([
      this.em.findOneOrFail(Instrument, { id: version.instrumentId }),
      this.em.findOneOrFail(InstrumentPaper, { instrumentVersionId: version.id }),
      this.em.findOneOrFail(InstrumentKeyRecord, { instrumentVersionId: version.id }),
    ]);
    const { title, version: number, summary, candidateInstructions, competencies } = version;
    const header: InstrumentHeader = { code: instrument.code, title, kind: instrument.kind, version: number, language: "id", ...(version.durationSeconds === null ? {} : { durationMinutes: version.durationSeconds / 60 }), summary, candidateInstructions, competencies };
    return checkInstrument({ header, paper: paper.paper, key: key.key });
  }

  private async ensureInstrument(header: InstrumentHeader): Promise<Instrument> {
    const existing = await this.em.findOne(Instrument, { code: header.code });
    if (existing && existing.kind !== header.kind) throw new ContentError(`instrument ${header.code}`, [{ path: "kind", message: `earlier versions are of kind ${existing.kind}` }]);
    if (existing) return existing;
    const instrument = this.em.create(Instrument, { id: newId(), agencyId: currentAgencyId(), code: header.code, kind: header.kind, createdAt: this.clock.now() }, { persist: true });
    await this.em.flush();
    return instrument;
  }

  private newVersion(instrumentId: string, version: number): InstrumentVersion {
    const blank = { title: "", language: "id", durationSeconds: 60, summary: "", candidateInstructions: "", competencies: [], contentSha256: "" };
    const made = { createdBy: currentScope().accountId, createdAt: this.clock.now(), publishedBy: null, publishedAt: null };
    return this.em.create(InstrumentVersion, { id: newId(), agencyId: currentAgencyId(), instrumentId, version, state: "draft", ...blank, ...made }, { persist: true });
  }

  private async views(versions: InstrumentVersion[]): Promise<InstrumentVersionView[]> {
    const instruments = await this.em.find(Instrument, { id: { $in: [...new Set(versions.map((version) => version.instrumentId))] } });
    const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));
    return versions.flatMap((one) => {
      const instrument = byId.get(one.instrumentId);
      if (!instrument) return [];
      const { id, instrumentId, version, title, state, durationSeconds, summary, candidateInstructions, competencies } = one;
      return [{ id, instrumentId, code: instrument.code, kind: instrument.kind, version, title, state, durationSeconds, summary, candidateInstructions, competencies }];
    });
  }
}

/** Names the file of each problem, as the person who edits it knows it. */
function parse(content: InstrumentContent): InstrumentContent {
  const header = instrumentHeader.safeParse(content.header);
  const paper = paperSchema.safeParse(content.paper);
  const key = instrumentKey.safeParse(content.key);
  if (header.success && paper.success && key.success) return { header: header.data, paper: paper.data, key: key.data };
  const problems = [["instrument", header], ["paper", paper], ["key", key]] as const;
  throw new ContentError(
    `instrument ${header.success ? header.data.code : "(unnamed)"}`,
    problems.flatMap(([file, parsed]) => (parsed.success ? [] : problemsOf(parsed.error).map((problem) => ({ path: `${file}.${problem.path}`, message: problem.message })))),
  );
}

function headerColumns(header: InstrumentHeader): Pick<InstrumentVersion, "title" | "language" | "durationSeconds" | "summary" | "candidateInstructions" | "competencies"> {
  const { title, language, durationMinutes, summary, candidateInstructions, competencies } = header;
  return { title, language, durationSeconds: durationMinutes === undefined ? null : durationMinutes * 60, summary, candidateInstructions, competencies };
}

function sha256(value: Json): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
