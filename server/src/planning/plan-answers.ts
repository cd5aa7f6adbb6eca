import { conflict, notFound, ProblemError } from "../platform/index.ts";
import type { PlanOutcome, PlanRefusalCode } from "./plan-editor.service.ts";

/** These depend on the state of the assessment, not on what was sent. */
const conflicts: readonly PlanRefusalCode[] = ["changed-meanwhile", "not-draft", "not-open", "closed", "already-enrolled", "catalogue-incomplete"];

/** The value, or the refusal as a problem: the one place where planning's refusals become HTTP. */
export function answerOf<T>(outcome: PlanOutcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { refusal, params, problems } = outcome;
  if (refusal === "not-found") throw notFound();
  const errors = problems?.slice(0, 300).map((problem) => ({ path: problem.step, message: `${problem.code} ${JSON.stringify(problem.params)}` }));
  const options = { ...(params === undefined ? {} : { params }), ...(errors === undefined ? {} : { errors }) };
  throw conflicts.includes(refusal) ? conflict(refusal, options) : new ProblemError(422, refusal, options);
}
