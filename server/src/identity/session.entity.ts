import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** A sign-in on one device, in one agency at a time. The token itself is never stored. */
export const Session = defineEntity({
  name: "Session",
  tableName: "session",
  properties: {
    id: p.uuid().primary(),
    tokenHash: p.blob(),
    accountId: p.uuid(),
    agencyId: p.uuid(),
    userAgent: p.string().strictNullable(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    expiresAt: p.datetime(),
    /** Opened with a token of a sitting: good for the candidate's role alone. */
    sittingTokenId: p.uuid().strictNullable(),
    revokedAt: p.datetime().strictNullable(),
  },
});
export type Session = InferEntity<typeof Session>;
