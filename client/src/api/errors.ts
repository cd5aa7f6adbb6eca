import i18next from "i18next";
import { ApiProblem, NetworkFailure } from "./problem.ts";

/** i18next's typed keys cannot know a code that arrives at run time; `exists` is asked first. */
const translate = i18next.t as unknown as (key: string, values?: Record<string, string | number>) => string;

/**
 * What to tell a person about any error, in their language. A feature that has words of its own for a code puts them
 * under `errors.<code>` in its catalogue and passes its namespace; they win over the shared ones.
 */
export function errorText(error: unknown, namespace?: string): string {
  if (error instanceof NetworkFailure) return translate("common:errors.network");
  if (!(error instanceof ApiProblem)) return translate("common:errors.unexpected");
  const code = error.code === "locked-out" && error.params.minutes === undefined ? "locked-out-plain" : error.code;
  const keys = [...(namespace ? [`${namespace}:errors.${code}`] : []), `common:errors.${code}`];
  const key = keys.find((candidate) => i18next.exists(candidate));
  if (key) return translate(key, error.params);
  return translate(error.status >= 500 ? "common:errors.outage" : "common:errors.unexpected");
}

/** The wrong fields of a rejected form: path → message, ready for a form's `error` props. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path, message]));
}
