import { assert } from "@kompeten/shared/kernel";
import { partsOf, type PartsInteraction, type Response } from "@kompeten/shared/attempt";
import type { TestItem, TestPaper } from "@kompeten/shared/paper";
import type { TestKey } from "../authoring/keys.ts";
import type { KeyedItem, ResponseEntry } from "./keyed-score.rules.ts";
import type { ItemResponse } from "./item-points.rules.ts";

type ItemKey = TestKey["items"][string];

/** Joins what a test offers with what its key says. A published version has a key entry of the right kind for every item. */
export function keyedItems(paper: TestPaper, key: TestKey): KeyedItem[] {
  return paper.sections.flatMap((section) => section.items.map((item) => keyedItem(item, key.items[item.id])));
}

function keyedItem(item: TestItem, entry: ItemKey | undefined): KeyedItem {
  assert(entry?.interaction === item.interaction, `the key does not fit item ${item.id}`);
  const { id } = item;
  const options = "options" in item ? item.options.map((option) => option.id) : [];
  switch (entry.interaction) {
    case "choice":
      return { id, options, interaction: "choice", correct: entry.correct, facet: entry.facet };
    case "best-worst":
      return { id, options, interaction: "best-worst", effectiveness: entry.effectiveness, competency: entry.competency };
    case "multiple-response":
      return { id, options, interaction: "multiple-response", minChoices: (item as ItemOf<"multiple-response">).minChoices, correct: entry.correct, scoring: entry.scoring, facet: entry.facet };
    case "order":
      return { id, options, interaction: "order", correct: entry.correct, scoring: entry.scoring, facet: entry.facet };
    case "match":
    case "inline-choice":
      return { id, interaction: entry.interaction, parts: optionsOfParts(item), correct: entry.correct, scoring: entry.scoring, facet: entry.facet };
    case "text-entry":
      return { id, interaction: "text-entry", units: (item as ItemOf<"text-entry">).units, accepted: entry.accepted, facet: entry.facet };
    case "slider":
      return { id, interaction: "slider", value: entry.value, tolerance: entry.tolerance, facet: entry.facet };
    case "likert":
      return { id, interaction: "likert", parts: optionsOfParts(item), scale: (item as ItemOf<"likert">).scale.map((point) => point.id), reversed: entry.reversed };
    case "extended-text":
      return { id, interaction: "extended-text" };
  }
}

// The assertion above has made sure of it; TypeScript does not carry it from one value to the other.
type ItemOf<K extends TestItem["interaction"]> = Extract<TestItem, { interaction: K }>;

function optionsOfParts(item: TestItem): Record<string, readonly string[]> {
  return Object.fromEntries(partsOf(item as ItemOf<PartsInteraction>).map((part) => [part.id, part.optionIds]));
}

/** The journal's fold holds one response per item, the latest (J1). */
export function responseEntries(work: { items: Readonly<Record<string, Response>> }): ResponseEntry[] {
  return Object.entries(work.items).map(([itemId, response]) => ({ seq: 1, itemId, response: plain(response) }));
}

function plain(response: Response): ItemResponse {
  assert(response.interaction !== "rows", "a test has no rows");
  if (response.interaction === "choice") return { option: response.optionId };
  if ("optionIds" in response) return { options: response.optionIds };
  const { interaction: _, ...rest } = response;
  return rest;
}
