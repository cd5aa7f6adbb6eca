/** R6: what candidates of one sitting may sign in with besides their password. Made, renewed and revoked by the proctor of its room. */
import { z } from "zod";
import { addresseesMax } from "./room-record.ts";

/** GET /api/sittings/:id/tokens: everybody who sits there. Never a token. */
export const sittingTokens = z
  .strictObject({
    validFromMs: z.int(),
    validUntilMs: z.int(),
    candidates: z.array(z.strictObject({ enrolmentId: z.uuid(), name: z.string(), nip: z.string(), /** Of the live one; null without. */ madeAtMs: z.int().nullable(), usedAtMs: z.int().nullable() })),
  })
  .meta({ id: "SittingTokens" });
export type SittingTokens = z.infer<typeof sittingTokens>;

const enrolmentIds = z.array(z.uuid()).min(1).max(addresseesMax);
/** POST /api/sittings/:id/tokens: for these candidates, whose former tokens end; or for all who have none. */
export const sittingTokensBody = z.strictObject({ enrolmentIds: enrolmentIds.optional() }).meta({ id: "MakeSittingTokens" });
export type SittingTokensBody = z.infer<typeof sittingTokensBody>;
/** Shown once, never kept. */
export const sittingTokenCards = z
  .strictObject({
    assessmentTitle: z.string(),
    sittingTitle: z.string(),
    place: z.string().nullable(),
    timeZone: z.string(),
    validFromMs: z.int(),
    validUntilMs: z.int(),
    cards: z.array(z.strictObject({ enrolmentId: z.uuid(), name: z.string(), nip: z.string(), login: z.string(), token: z.string() })),
  })
  .meta({ id: "SittingTokenCards" });
export type SittingTokenCards = z.infer<typeof sittingTokenCards>;

/** POST /api/sittings/:id/token-revocations */
export const tokenRevocationBody = z.strictObject({ enrolmentIds }).meta({ id: "RevokeSittingTokens" });
export type TokenRevocationBody = z.infer<typeof tokenRevocationBody>;
export const tokenRevocation = z.strictObject({ revoked: z.int() }).meta({ id: "SittingTokensRevoked" });
export type TokenRevocation = z.infer<typeof tokenRevocation>;
