/** Before the day: a candidate tries browser, storage, clock and line, and what came out is kept for who organises and supervises. */
import { z } from "zod";
import { refusal } from "./delivery.ts";
import { browserFeatures, sampleCharactersMax, savesPerWay, storageKinds, verdicts, type DeviceFindings } from "./device-check-rules.ts";

const checkId = z.uuid().lowercase();
const ms = z.int().min(0).max(600_000);

/** `device-check:save`, and POST /api/my-device-check-saves: acknowledged once it is on the server's disk. A later one with the same number replaces it. */
export const deviceCheckSave = z.strictObject({ checkId, number: z.int().min(1).max(savesPerWay), sample: z.string().max(sampleCharactersMax) }).meta({ id: "DeviceCheckSave" });
export type DeviceCheckSave = z.infer<typeof deviceCheckSave>;
export const deviceCheckSaved = z.strictObject({ ok: z.literal(true), serverNowMs: z.int() }).meta({ id: "DeviceCheckSaved" });
export type DeviceCheckSaved = z.infer<typeof deviceCheckSaved>;
export const deviceCheckSaveAnswer = z.discriminatedUnion("ok", [deviceCheckSaved, z.strictObject({ ok: z.literal(false), refusal, retryAfterMs: z.int().optional() })]);
export type DeviceCheckSaveAnswer = z.infer<typeof deviceCheckSaveAnswer>;

const saves = z.int().min(0).max(savesPerWay);
const way = z.strictObject({ tried: saves, saved: saves, medianMs: ms.nullable(), worstMs: ms.nullable() }).refine(({ tried, saved, medianMs, worstMs }) => saved <= tried && (saved === 0) === (medianMs === null) && (saved === 0) === (worstMs === null), "times belong to saves, and no more were saved than tried");
export const deviceFindings = z.strictObject({
  missing: z.array(z.enum(browserFeatures)).max(browserFeatures.length),
  storage: z.enum(storageKinds),
  screen: z.strictObject({ widthPx: z.int().min(1).max(100_000), heightPx: z.int().min(1).max(100_000) }),
  clockOffsetMs: z.int().min(-8_640_000_000_000).max(8_640_000_000_000).nullable(),
  socket: way,
  http: way,
});
deviceFindings satisfies z.ZodType<DeviceFindings>;

/** POST /api/my-device-checks: the same checkId again is answered alike. */
export const deviceCheckBody = z.strictObject({ checkId, findings: deviceFindings }).meta({ id: "DeviceCheckBody" });
export type DeviceCheckBody = z.infer<typeof deviceCheckBody>;

export const deviceCheckView = z.strictObject({ atMs: z.int(), userAgent: z.string().nullable(), findings: deviceFindings, verdict: z.enum(verdicts) }).meta({ id: "DeviceCheck" });
export type DeviceCheckView = z.infer<typeof deviceCheckView>;

/** GET /api/my-device-checks */
export const ownDeviceCheck = z.strictObject({ latest: deviceCheckView.nullable() }).meta({ id: "OwnDeviceCheck" });
export type OwnDeviceCheck = z.infer<typeof ownDeviceCheck>;

/** GET /api/assessments/:id/device-checks?sittingId=: everybody enrolled, by name, with the newest check; null: none yet. */
export const deviceChecksView = z
  .strictObject({ candidates: z.array(z.strictObject({ enrolmentId: z.uuid(), name: z.string(), login: z.string(), latest: deviceCheckView.nullable() })) })
  .meta({ id: "DeviceChecks" });
export type DeviceChecksView = z.infer<typeof deviceChecksView>;

export type ClientDeviceCheckMessages = { "device-check:save": (message: DeviceCheckSave, answer: (answer: DeviceCheckSaveAnswer) => void) => void };
