/** The candidate's lobby: which sittings and attempts, what stands in the way of starting. Parsed on the way out, as the protocol of delivery is. */
import { z } from "zod";
import { block } from "../paper/index.ts";
import { opId, refusal } from "./delivery.ts";
import { closedReason } from "./receipts.ts";

export const lobbyAttempt = z.strictObject({
  attemptId: z.uuid(),
  epoch: z.int(),
  ordinal: z.int(),
  instrument: z.strictObject({
    versionId: z.uuid(),
    kind: z.enum(["test", "in-basket", "case"]),
    title: z.string(),
    candidateInstructions: z.string(),
  }),
  state: z.enum(["waiting", "running", "closed"]),
  limitMs: z.int(),
  startedAtMs: z.int().nullable(),
  deadlineMs: z.int().nullable(),
  closedAtMs: z.int().nullable(),
  closedReason: closedReason.nullable(),
  /** Why it cannot be started at this moment; null when it can, or when it has been. */
  startRefusal: refusal.nullable(),
});
export const lobbySitting = z.strictObject({
  sittingId: z.uuid(),
  title: z.string(),
  assessmentTitle: z.string(),
  place: z.string().nullable(),
  windowStartMs: z.int(),
  windowEndMs: z.int(),
  /** IANA name. */
  timeZone: z.string(),
  /** R5: its attempts are opened and started in Safe Exam Browser. */
  safeExamBrowser: z.boolean(),
  notice: z
    .strictObject({
      noticeId: z.uuid(),
      version: z.int(),
      title: z.string(),
      purposes: z.array(z.string()).max(12),
      body: z.array(block).max(200),
      acknowledged: z.boolean(),
    })
    .nullable(),
  attempts: z.array(lobbyAttempt).max(20),
});
/** GET /api/my-attempts: sittings by window, attempts in the order in which they are taken. */
export const lobbyView = z.strictObject({ serverNowMs: z.int(), sittings: z.array(lobbySitting).max(200) }).meta({ id: "Lobby" });
export type LobbyAttempt = z.infer<typeof lobbyAttempt>;
export type LobbySitting = z.infer<typeof lobbySitting>;
export type LobbyView = z.infer<typeof lobbyView>;

/** POST /api/my-sittings/:id/notice: acknowledges the notice for every waiting attempt of the sitting at once. Answers 204. */
export const noticeBody = z.strictObject({ opId, noticeId: z.uuid() }).meta({ id: "NoticeAcknowledgement" });
export type NoticeBody = z.infer<typeof noticeBody>;
