/** How a simulated candidate fills in a form. */
import type { Response } from "@kompeten/shared/attempt";
import type { FormItem, FormPaper } from "@kompeten/shared/paper";
import { pick, randomOf } from "./chance.rules.ts";
import { linesOf, rowsOf, textsOf } from "./form.texts.ts";

/** What is asked for is answered, the rest where there is something to say: the same person always says the same. */
export function formAnswers(seed: string, paper: FormPaper): { itemId: string; response: Response }[] {
  return paper.sections.flatMap(({ items }) => items.flatMap((item) => answerTo(seed, item) ?? []).map(({ id: itemId, ...response }) => ({ itemId, response: response as Response })));
}

function answerTo(seed: string, item: FormItem): (Response & { id: string }) | undefined {
  const { id } = item;
  const random = randomOf(seed, "form", id);
  // The third incident may be left out, and here always is.
  if (!item.required && item.interaction !== "rows" && id !== "domisili") return undefined;
  switch (item.interaction) {
    case "rows": {
      const rows = pick(random, rowsOf[id] ?? [[]]).map((cells, index) => ({ id: `b${index + 1}`, cells }));
      return rows.length === 0 ? undefined : { id, interaction: "rows", rows };
    }
    case "likert":
      return { id, interaction: "likert", chosen: Object.fromEntries(item.statements.map((statement) => [statement.id, pick(random, item.scale.slice(1)).id])) };
    case "choice":
      return { id, interaction: "choice", optionId: pick(random, item.options.slice(0, -1)).id };
    case "text-entry":
      return { id, interaction: "text-entry", text: pick(random, linesOf[stem(id)] ?? ["–"]), unit: null };
    case "extended-text":
      return { id, interaction: "extended-text", text: pick(random, textsOf[stem(id)] ?? textsOf["example"] ?? []) };
  }
}

/** "situasi-2" asks what "situasi-1" asks, of another incident. */
function stem(id: string): string {
  return id.replace(/-\d$/, "");
}
