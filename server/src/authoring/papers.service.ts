import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { assert } from "@kompeten/shared/kernel";
import type { Paper } from "@kompeten/shared/paper";
import { BoundedCache } from "./bounded-cache.ts";
import { InstrumentPaper, InstrumentVersion } from "./instrument.entity.ts";

/** What a candidate may see of a version; never a key, a weight or a norm. */
@Injectable()
export class Papers {
  private readonly cache = new BoundedCache<Paper>(64);

  constructor(private readonly em: EntityManager) {}

  /** Kept in memory once published, because it cannot change any more. Throws for an unknown id. */
  async paper(versionId: string): Promise<Paper> {
    const cached = this.cache.get(versionId);
    if (cached) return cached;
    const version = await this.em.findOne(InstrumentVersion, { id: versionId });
    const found = await this.em.findOne(InstrumentPaper, { instrumentVersionId: versionId });
    assert(version && found, `instrument version ${versionId} does not exist`);
    if (version.state !== "draft") this.cache.set(versionId, found.paper);
    return found.paper;
  }
}
