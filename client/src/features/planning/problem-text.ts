import type { PlanProblem } from "@kompeten/shared/contracts/planning";
import i18next from "i18next";
import { ApiProblem } from "../../api/problem.ts";

/** i18next's typed keys cannot know a code that arrives at run time; `exists` is asked first. */
const translate = i18next.t as unknown as (key: string, values: Record<string, string | number>) => string;

export function problemText({ code, params }: Pick<PlanProblem, "code" | "params">): string {
  const key = `planning:problem.${code}`;
  return i18next.exists(key) ? translate(key, params) : translate("planning:problem.unknown", { code });
}

/** The reasons of a refused opening or late enrolment: one `code {params}` per entry. */
export function reasonsOf(error: unknown): string[] {
  if (!(error instanceof ApiProblem) || error.code !== "plan-impossible") return [];
  return error.errors.map(({ message }) => {
    const space = message.indexOf(" ");
    return problemText({ code: space < 0 ? message : message.slice(0, space), params: space < 0 ? {} : paramsOf(message.slice(space + 1)) });
  });
}

function paramsOf(json: string): PlanProblem["params"] {
  try {
    return JSON.parse(json) as PlanProblem["params"];
  } catch {
    return {};
  }
}
