import type { LobbySitting } from "@kompeten/shared/contracts/lobby";
import { type NextStep, nextStep } from "./lobby/next-step.rules.ts";

export type SittingStep = { sitting: LobbySitting; step: NextStep };

/** What home names of these sittings, which are by window: what has a clock first, what runs before what waits; and beside it a form that is begun, which may lie open for weeks. */
export function namedAtHome(sittings: readonly LobbySitting[], nowMs: number): { named: SittingStep[]; missed: SittingStep | undefined } {
  const steps = sittings.map((sitting) => ({ sitting, step: nextStep(sitting, nowMs) }));
  const open = steps.filter(({ step }) => step.kind !== "done" && step.kind !== "missed");
  const running = open.filter(({ step }) => step.kind === "continue");
  const next = running.find(timed) ?? open.find(timed) ?? running[0] ?? open[0];
  const form = running.find((one) => one !== next && !timed(one));
  return { named: [next, form].filter((one) => one !== undefined), missed: steps.find(({ step }) => step.kind === "missed") };
}

const timed = ({ sitting }: SittingStep): boolean => sitting.attempts.some(({ limitMs }) => limitMs !== null);
