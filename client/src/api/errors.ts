import { words } from "../words/words.ts";
import { ApiProblem, NetworkFailure } from "./problem.ts";

/**
 * What to tell a person about any error, in their language. A feature that has words of its own for a code puts them
 * under `errors.<code>` in its catalogue and passes its namespace; they win over the shared ones.
 */
export function errorText(error: unknown, namespace?: string): string {
  if (error instanceof NetworkFailure) return words.t("common:errors.network");
  if (!(error instanceof ApiProblem)) return words.t("common:errors.unexpected");
  const code = error.code === "locked-out" && error.params.minutes === undefined ? "locked-out-plain" : error.code;
  const keys = [...(namespace ? [`${namespace}:errors.${code}`] : []), `common:errors.${code}`];
  const key = keys.find((candidate) => words.exists(candidate));
  if (key) return words.t(key, error.params);
  return words.t(error.status >= 500 ? "common:errors.outage" : "common:errors.unexpected");
}

/** The wrong fields of a rejected form: path → message, ready for a form's `error` props. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path, message]));
}
