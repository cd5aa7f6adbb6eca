import type { PlanStep } from "@kompeten/shared/contracts/planning";

export const steps = ["purpose", "instruments", "matrix", "sittings", "candidates", "assessors", "review"] as const satisfies (PlanStep | "review")[];
export type Step = (typeof steps)[number];

/** The step's word in the address. */
export const slugOf = {
  purpose: "tujuan",
  instruments: "alat-ukur",
  matrix: "matriks",
  sittings: "sesi",
  candidates: "peserta",
  assessors: "asesor",
  review: "tinjau",
} as const satisfies Record<Step, string>;

export const stepOf = (slug: string | undefined): Step | undefined => steps.find((step) => slugOf[step] === slug);
export const stepAfter = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? "review";
export const stepBefore = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1];

type Filled = { instruments: readonly unknown[]; matrix: readonly unknown[]; sittings: readonly unknown[]; enrolments: readonly { assessors: readonly unknown[] }[]; lead: unknown };

/** Whether anything was entered there; whether it is good enough is said by the plan's problems. */
export function isFilled(step: Step, plan: Filled): boolean {
  switch (step) {
    case "purpose":
      return true;
    case "instruments":
      return plan.instruments.length > 0;
    case "matrix":
      return plan.matrix.length > 0;
    case "sittings":
      return plan.sittings.length > 0;
    case "candidates":
      return plan.enrolments.length > 0;
    case "assessors":
      return plan.lead !== null && plan.enrolments.length > 0 && plan.enrolments.every((one) => one.assessors.length > 0);
    case "review":
      return false;
  }
}

/** Where a draft is taken up when the address names no step: the first that holds nothing yet. */
export const firstOpenStep = (plan: Filled): Step => steps.find((step) => !isFilled(step, plan)) ?? "review";
