import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { assert, canonicalJson, type Json } from "@kompeten/shared/kernel";
import type { ConfigurationSummary } from "@kompeten/shared/contracts/catalogue";
import { createHash } from "node:crypto";
import { Audit, Clock, currentAgencyId, newId } from "../platform/index.ts";
import { Configuration } from "./configuration.entity.ts";
import { contentSchemas, type CompetencyDictionary, type ConfigurationKind, type ContentOf, type JpmCategories, type NineBoxConfiguration, type Notice, type PositionStandards } from "./content.ts";
import { ContentError, problemsOf } from "./content-problem.ts";
import { checkContent } from "./content.rules.ts";

export type PositionStandard = PositionStandards["standards"][number];
/** `purpose` speaks of JPM categories only. */
export type ConfigurationWhere = { code?: string; purpose?: JpmCategories["purpose"] };

/** The agency's dated, versioned configuration. Everything computed stores the id of the version it used. */
@Injectable()
export class Configurations {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes one configuration in, checked. The same content a second time gives the id of the first; another content under the
   * same code and version throws, like any other fault of a content file (`ContentError`).
   */
  async load(kind: ConfigurationKind, content: unknown): Promise<string> {
    const parsed = contentSchemas[kind].safeParse(content);
    if (!parsed.success) throw new ContentError(kind, problemsOf(parsed.error));
    const { code, version, title, legalBasis, effectiveFrom } = parsed.data;
    const problems = checkContent(kind, parsed.data as never);
    if (problems.length > 0) throw new ContentError(`${kind} ${code}`, problems);
    const json = parsed.data as Json;
    const contentSha256 = createHash("sha256").update(canonicalJson(json)).digest("hex");
    const existing = await this.em.findOne(Configuration, { kind, code, version });
    if (existing?.contentSha256 === contentSha256) return existing.id;
    if (existing) throw new ContentError(`${kind} ${code}`, [{ path: "version", message: `version ${version} is already in use with another content` }]);
    const id = newId();
    const agencyId = currentAgencyId();
    this.em.create(Configuration, { id, agencyId, kind, code, version, title, legalBasis, effectiveFrom, content: json, contentSha256, createdAt: this.clock.now() }, { persist: true });
    await this.em.flush();
    await this.audit.record({ action: "catalogue.configuration.loaded", subjectKind: "configuration", subjectId: id, details: { kind, code, version, contentSha256 } });
    return id;
  }

  /** Newest first within each code. */
  async list(kind?: ConfigurationKind): Promise<ConfigurationSummary[]> {
    const all = await this.em.find(Configuration, kind === undefined ? {} : { kind }, { orderBy: { kind: "asc", code: "asc", version: "desc" } });
    return all.map(summaryOf);
  }

  /** What is in force at `asOf`: the latest effective date, then the highest version. */
  async current(kind: ConfigurationKind, asOf: Date, where: ConfigurationWhere = {}): Promise<ConfigurationSummary | undefined> {
    const day = asOf.toISOString().slice(0, 10);
    const all = await this.em.find(Configuration, { kind, effectiveFrom: { $lte: day }, ...(where.code === undefined ? {} : { code: where.code }) }, { orderBy: { effectiveFrom: "desc", version: "desc", code: "asc" } });
    const found = where.purpose === undefined ? all[0] : all.find((one) => (one.content as JpmCategories).purpose === where.purpose);
    return found && summaryOf(found);
  }

  /** Undefined for another agency's, too. */
  async find(id: string): Promise<{ summary: ConfigurationSummary; content: Json } | undefined> {
    const found = await this.em.findOne(Configuration, { id });
    return found ? { summary: summaryOf(found), content: found.content } : undefined;
  }

  /** Ids that are unknown are absent. */
  async summaries(ids: readonly string[]): Promise<Map<string, ConfigurationSummary>> {
    const found = await this.em.find(Configuration, { id: { $in: [...new Set(ids)] } });
    return new Map(found.map((one) => [one.id, summaryOf(one)]));
  }

  /** The five typed readers throw for an unknown id or another kind: ids come from our own tables. */
  dictionary(id: string): Promise<CompetencyDictionary> {
    return this.content("competency-dictionary", id);
  }
  standards(id: string): Promise<PositionStandards> {
    return this.content("position-standards", id);
  }
  jpmCategories(id: string): Promise<JpmCategories> {
    return this.content("jpm-categories", id);
  }
  nineBox(id: string): Promise<NineBoxConfiguration> {
    return this.content("nine-box", id);
  }
  notice(id: string): Promise<Notice> {
    return this.content("notice", id);
  }

  /** One position's required levels; undefined when these standards do not hold that code. */
  async standard(id: string, code: string): Promise<PositionStandard | undefined> {
    return (await this.standards(id)).standards.find((standard) => standard.code === code);
  }

  private async content<K extends ConfigurationKind>(kind: K, id: string): Promise<ContentOf<K>> {
    const found = await this.em.findOne(Configuration, { id, kind });
    assert(found, `configuration ${id} of kind ${kind} does not exist`);
    // Parsed when it was loaded, and it cannot have changed since.
    return found.content as unknown as ContentOf<K>;
  }
}

function summaryOf(one: Configuration): ConfigurationSummary {
  const { id, kind, code, version, title, legalBasis, effectiveFrom, contentSha256 } = one;
  return { id, kind, code, version, title, legalBasis, effectiveFrom, contentSha256 };
}
