import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { useChange } from "./queries.ts";
import type { Seats } from "./seat-choice.tsx";

/** Enrols these employees, seated as chosen; `onDone` only when it worked. */
export function useEnrol(assessment: AssessmentDetail, onDone: () => void) {
  const change = useChange(assessment);
  const enrol = (employeeIds: string[], seats: Seats) =>
    change.mutate({ method: "post", to: "enrolments", body: { employeeIds, ...(seats === null ? {} : { sittingIds: seats }) } }, { onSuccess: onDone });
  return { enrol, isPending: change.isPending, error: change.error };
}
