import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { useRef } from "react";
import { useGo } from "../../app/link.tsx";
import { assessmentPath, stepSearch } from "./addresses.ts";
import { useChange } from "./queries.ts";
import { type Step, stepAfter } from "./steps.ts";

/** Saves one step's form; the page shows the new version, which begins the form anew, and may go on to the next step. */
export function useStepSaving(assessment: Pick<AssessmentDetail, "id" | "version">, step: Step) {
  const change = useChange(assessment);
  const go = useGo();
  const saved = useRef(false);
  async function save(to: string, body: Record<string, unknown>, goOn: boolean): Promise<void> {
    try {
      await change.mutateAsync({ method: "put", to, body });
    } catch {
      return; // Shown by the frame, from the mutation.
    }
    saved.current = true;
    if (goOn) await go(assessmentPath(assessment.id), { search: stepSearch(stepAfter(step)) });
  }
  return { save, isPending: change.isPending, error: change.error, /** Nothing is lost by leaving now, although the form still differs from what it began with. */ isSaved: () => saved.current };
}
export type StepSaving = ReturnType<typeof useStepSaving>;
