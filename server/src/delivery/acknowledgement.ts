import { refusalAdvice, type Refusal } from "@kompeten/shared/attempt";
import type { Acknowledgement } from "@kompeten/shared/contracts/delivery";

/** In whose name an attempt is worked on, and in which session where a browser speaks (R5). */
export type AttemptActor = { agencyId: string; accountId: string; sessionId?: string };

const retryAfterMs: Partial<Record<Refusal, number>> = { busy: 500, "not-ready": 2_000, paused: 5_000 };

export function refusedAnswer(refusal: Refusal): { ok: false; refusal: Refusal; retryAfterMs?: number } {
  const wait = retryAfterMs[refusal];
  return { ok: false, refusal, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
}

export function refused(opId: string, refusal: Refusal): Acknowledgement {
  return { opId, ...refusedAnswer(refusal) };
}

/** Whether what is behind it in the queue has to wait for it. */
export function blocks(acknowledgement: Acknowledgement): acknowledgement is Extract<Acknowledgement, { ok: false }> {
  return !acknowledgement.ok && (refusalAdvice[acknowledgement.refusal] === "retry" || refusalAdvice[acknowledgement.refusal] === "whole");
}
