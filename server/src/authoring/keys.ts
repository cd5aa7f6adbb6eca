/** The second front door, for scoring only: what plans and delivers never sees a key (design §4; the boundaries check enforces it). */
import { Module } from "@nestjs/common";
import { Keys } from "./keys.service.ts";

@Module({ providers: [Keys], exports: [Keys] })
export class KeysModule {}

export { Keys, type KeyOfVersion } from "./keys.service.ts";
export type { CaseKey, InBasketKey, InstrumentKey, Rubric, TestKey } from "./content.ts";
