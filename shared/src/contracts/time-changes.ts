/** T1, T5: what proctors may do to the time of attempts, and to the device they are worked on. Each with a reason that stays in the journal. */
import { z } from "zod";
import { opId } from "./delivery.ts";

export const attemptsPerChangeMax = 1000;
export const extensionMinutesMax = 240;
export const reasonMax = 500;

const reason = z.string().trim().min(3).max(reasonMax);
const attemptIds = z.array(z.uuid()).min(1).max(attemptsPerChangeMax);

export const timeChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("extend"), minutes: z.int().min(1).max(extensionMinutesMax) }),
  z.strictObject({ kind: z.literal("pause") }),
  z.strictObject({ kind: z.literal("resume") }),
]);
export type TimeChange = z.infer<typeof timeChange>;

/** POST /api/assessments/:id/time-changes. J3: sent again with the same opId, it changes nothing that has been changed. */
export const timeChangesBody = z.strictObject({ opId, attemptIds, change: timeChange, reason }).meta({ id: "TimeChanges" });
export type TimeChangesBody = z.infer<typeof timeChangesBody>;

export const timeChangeRefusals = ["not-found", "not-started", "closed", "paused", "not-paused", "no-outage", "busy"] as const;
/** One per attempt. While an attempt is paused its deadline is the end of the window. */
export const timeChangeResult = z.discriminatedUnion("ok", [
  z.strictObject({ attemptId: z.uuid(), ok: z.literal(true), deadlineMs: z.int().nullable() }),
  z.strictObject({ attemptId: z.uuid(), ok: z.literal(false), refusal: z.enum(timeChangeRefusals) }),
]);
export type TimeChangeResult = z.infer<typeof timeChangeResult>;
export const timeChangesView = z.strictObject({ results: z.array(timeChangeResult).max(attemptsPerChangeMax) }).meta({ id: "TimeChanged" });
export type TimeChangesView = z.infer<typeof timeChangesView>;

/** POST /api/attempts/:id/freed-device. J5: the next device that opens the attempt works on it; what the old one still sends is set aside. */
export const freedDeviceBody = z.strictObject({ opId, reason }).meta({ id: "FreedDevice" });
export type FreedDeviceBody = z.infer<typeof freedDeviceBody>;

/** POST /api/assessments/:id/endings. R7: for good; answered like a change of time. */
export const endingsBody = z.strictObject({ opId, attemptIds, reason }).meta({ id: "Endings" });
export type EndingsBody = z.infer<typeof endingsBody>;

// ── T5: outages ─────────────────────────────────────────────────────────────────────────────────────────────────

const outageSpan = { fromMs: z.int().min(0), toMs: z.int().min(0) };
const ordered = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => fromMs < toMs && toMs - fromMs <= outageHoursMax * 3_600_000;
export const outageHoursMax = 24;

/** GET /api/assessments/:id/outage?fromMs&toMs: who could not reach us in this interval while their attempt ran, and for how long. */
export const outageQuery = z.strictObject({ fromMs: z.coerce.number().pipe(outageSpan.fromMs), toMs: z.coerce.number().pipe(outageSpan.toMs) }).refine(ordered);
export type OutageQuery = z.infer<typeof outageQuery>;
export const outageView = z
  .strictObject({
    /** The end asked for, or now if that is earlier. */
    toMs: z.int(),
    attempts: z
      .array(
        z.strictObject({
          attemptId: z.uuid(),
          /** What it would be given: not yet compensated. Zero is left out. */
          ms: z.int(),
          /** Lost in the same interval, and given already. */
          compensatedMs: z.int(),
          longestMs: z.int(),
          gaps: z.int(),
        }),
      )
      .max(5000),
  })
  .meta({ id: "Outage" });
export type OutageView = z.infer<typeof outageView>;

/** POST /api/assessments/:id/outage-compensations: to each what it lost in the interval, by what is known when it is written. */
export const outageBody = z.strictObject({ opId, attemptIds, ...outageSpan, reason }).refine(ordered).meta({ id: "OutageCompensation" });
export type OutageBody = z.infer<typeof outageBody>;
