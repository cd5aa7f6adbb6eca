import { assert } from "@kompeten/shared/kernel";
import type { Response } from "@kompeten/shared/attempt";
import type { TestPaper } from "@kompeten/shared/paper";
import type { TestKey } from "../authoring/keys.ts";
import type { KeyedItem, ResponseEntry } from "./keyed-score.rules.ts";

/** Joins what a test offers with what its key says. A published version has a key entry of the right kind for every item. */
export function keyedItems(paper: TestPaper, key: TestKey): KeyedItem[] {
  return paper.sections.flatMap((section) =>
    section.items.map((item): KeyedItem => {
      const entry = key.items[item.id];
      assert(entry?.interaction === item.interaction, `the key does not fit item ${item.id}`);
      const options = item.options.map((option) => option.id);
      return entry.interaction === "choice"
        ? { id: item.id, options, interaction: "choice", correct: entry.correct, facet: entry.facet }
        : { id: item.id, options, interaction: "best-worst", effectiveness: entry.effectiveness, competency: entry.competency };
    }),
  );
}

/** The journal's fold holds one response per item, the latest (J1). */
export function responseEntries(work: { items: Readonly<Record<string, Response>> }): ResponseEntry[] {
  return Object.entries(work.items).flatMap(([itemId, response]): ResponseEntry[] => {
    if (response.interaction === "choice") return [{ seq: 1, itemId, response: { option: response.optionId } }];
    if (response.interaction === "best-worst") return [{ seq: 1, itemId, response: { best: response.best, worst: response.worst } }];
    return [];
  });
}
