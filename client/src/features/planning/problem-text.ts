import type { PlanProblem } from "@kompeten/shared/contracts/planning";
import { words } from "../../words/words.ts";
import { ApiProblem } from "../../api/problem.ts";

export function problemText({ code, params }: Pick<PlanProblem, "code" | "params">): string {
  const key = `planning:problem.${code}`;
  return words.exists(key) ? words.t(key, params) : words.t("planning:problem.unknown", { code });
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
