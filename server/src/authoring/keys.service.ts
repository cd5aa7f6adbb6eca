import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { assert } from "@kompeten/shared/kernel";
import { BoundedCache } from "./bounded-cache.ts";
import type { InstrumentKey } from "./content.ts";
import { InstrumentVersion } from "./instrument.entity.ts";
import { InstrumentKeyRecord } from "./instrument-key.entity.ts";

export type KeyOfVersion = { key: InstrumentKey; /** Of its canonical JSON; a score stores it (S1). */ keySha256: string };

/** Answers, scoring and rubric of a version. For scoring and for the author's own page only. */
@Injectable()
export class Keys {
  private readonly cache = new BoundedCache<KeyOfVersion>(64);

  constructor(private readonly em: EntityManager) {}

  /** Kept in memory once published, because it cannot change any more. Throws for an unknown id. */
  async key(versionId: string): Promise<KeyOfVersion> {
    const cached = this.cache.get(versionId);
    if (cached) return cached;
    const version = await this.em.findOne(InstrumentVersion, { id: versionId });
    const found = await this.em.findOne(InstrumentKeyRecord, { instrumentVersionId: versionId });
    assert(version && found, `instrument version ${versionId} has no key`);
    const value = { key: found.key, keySha256: found.keySha256 };
    if (version.state !== "draft") this.cache.set(versionId, value);
    return value;
  }
}
