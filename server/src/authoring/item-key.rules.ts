/** Whether an item and its key fit each other. Pure. */
import { partsOf } from "@kompeten/shared/attempt";
import type { TestItem } from "@kompeten/shared/paper";
import type { ItemKey } from "./item-key.ts";

type Say = (path: string, message: string) => void;
type Of<K extends ItemKey["interaction"]> = { item: Extract<TestItem, { interaction: K }>; key: Extract<ItemKey, { interaction: K }> };

/** What is wrong with the item by itself: ids that stand twice, limits that nobody can keep. */
export function checkItem(item: TestItem, path: string, say: Say): void {
  const lists: Record<string, readonly string[]> = {};
  if ("options" in item) lists["options"] = item.options.map(({ id }) => id);
  if (item.interaction === "match") Object.assign(lists, { sources: item.sources.map(({ id }) => id), targets: item.targets.map(({ id }) => id) });
  if (item.interaction === "likert") Object.assign(lists, { statements: item.statements.map(({ id }) => id), scale: item.scale.map(({ id }) => id) });
  if (item.interaction === "text-entry") lists["units"] = item.units;
  if (item.interaction === "inline-choice") {
    lists["text"] = partsOf(item).map(({ id }) => id);
    if (lists["text"].length === 0) say(`${path}.text`, "there is no gap to fill");
    for (const part of partsOf(item)) lists[`text.${part.id}`] = part.optionIds;
  }
  for (const [name, ids] of Object.entries(lists)) for (const id of repeated(ids)) say(`${path}.${name}`, `${id} stands twice`);
  if (item.interaction === "multiple-response" && (item.minChoices > item.maxChoices || item.maxChoices > item.options.length)) say(`${path}.maxChoices`, "nobody can choose so many");
  if (item.interaction === "match" && item.matchMax * item.targets.length < item.sources.length && item.matchMax > 0) say(`${path}.matchMax`, "not every source finds a target");
  if (item.interaction === "text-entry" && item.format === "text" && item.units.length > 0) say(`${path}.units`, "only a number has a unit");
  if (item.interaction === "extended-text" && item.minWords > item.maxWords) say(`${path}.minWords`, `more than the ${item.maxWords} words allowed`);
}

/** Of an item and a key of the same interaction. */
export function checkItemKey(item: TestItem, key: ItemKey, path: string, say: Say): void {
  const pair = { item, key };
  if (is(pair, "choice") && !idsOf(pair.item).includes(pair.key.correct)) say(`${path}.correct`, `there is no option ${pair.key.correct}`);
  if (is(pair, "best-worst")) checkEffectiveness(pair.key.effectiveness, idsOf(pair.item), `${path}.effectiveness`, say);
  if (is(pair, "multiple-response")) {
    onlyKnown(pair.key.correct, idsOf(pair.item), `${path}.correct`, say);
    const { length } = pair.key.correct;
    if (repeated(pair.key.correct).length > 0 || length < pair.item.minChoices || length > pair.item.maxChoices) say(`${path}.correct`, "the right answer must be one that can be given");
  }
  if (is(pair, "order")) {
    onlyKnown(pair.key.correct, idsOf(pair.item), `${path}.correct`, say);
    if (repeated(pair.key.correct).length > 0 || pair.key.correct.length !== pair.item.options.length) say(`${path}.correct`, "every option once");
  }
  if (is(pair, "match") || is(pair, "inline-choice")) checkParts(pair, path, say);
  if (tellsByIds(pair)) say(`${path}.correct`, "the ids, which candidates receive, tell the right answer by their order: give them in another one");
  if (is(pair, "text-entry")) checkEntry(pair, path, say);
  if (is(pair, "slider")) {
    const { lowerBound, upperBound, step } = pair.item;
    const { value, tolerance } = pair.key;
    if (value - tolerance < lowerBound || value + tolerance > upperBound || (value - lowerBound) % step !== 0) say(`${path}.value`, "the slider cannot stand there");
  }
  if (is(pair, "likert")) onlyKnown(pair.key.reversed, pair.item.statements.map(({ id }) => id), `${path}.reversed`, say);
}

function is<K extends ItemKey["interaction"]>(pair: { item: TestItem; key: ItemKey }, interaction: K): pair is Of<K> {
  return pair.item.interaction === interaction && pair.key.interaction === interaction;
}

/** Ids stay with their options however these are shuffled: in their own order, or all alike, they say what is right. */
function tellsByIds(pair: { item: TestItem; key: ItemKey }): boolean {
  if (is(pair, "order")) return pair.key.correct.length > 2 && pair.key.correct.every((id, index, all) => index === 0 || (all[index - 1] ?? "") < id);
  if (!is(pair, "match") && !is(pair, "inline-choice")) return false;
  const right = Object.entries(pair.key.correct);
  return right.length > 2 && (right.every(([part, id]) => part === id) || (is(pair, "inline-choice") && new Set(right.map(([, id]) => id)).size === 1));
}

function idsOf(item: { options: readonly { id: string }[] }): string[] {
  return item.options.map(({ id }) => id);
}

function checkParts({ item, key }: Of<"match"> | Of<"inline-choice">, path: string, say: Say): void {
  const parts = partsOf(item);
  const right = new Map(Object.entries(key.correct));
  onlyKnown([...right.keys()], parts.map(({ id }) => id), `${path}.correct`, say);
  for (const part of parts) if (!part.optionIds.includes(right.get(part.id) ?? "")) say(`${path}.correct.${part.id}`, "its right answer is not one of its options");
  if (item.interaction === "match" && item.matchMax > 0 && [...right.values()].some((target, _, all) => all.filter((other) => other === target).length > item.matchMax)) say(`${path}.correct`, "a target is right for more sources than it may take");
}

function checkEntry({ item, key }: Of<"text-entry">, path: string, say: Say): void {
  key.accepted.forEach((one, index) => {
    if ("text" in one !== (item.format === "text")) say(`${path}.accepted.${index}`, `the item asks for a ${item.format}`);
    if ("unit" in one && one.unit !== undefined && !item.units.includes(one.unit)) say(`${path}.accepted.${index}.unit`, `there is no unit ${one.unit}`);
    if ("value" in one && one.unit === undefined && item.units.length > 1) say(`${path}.accepted.${index}.unit`, "several units are offered: say which");
  });
}

/** Each option exactly one value, and the values are 0 … n−1 once each: otherwise points of two answers could not be told apart. */
function checkEffectiveness(effectiveness: Record<string, number>, options: readonly string[], path: string, say: Say): void {
  for (const option of options) if (!(option in effectiveness)) say(`${path}.${option}`, "the option has no effectiveness");
  onlyKnown(Object.keys(effectiveness), options, path, say);
  const values = Object.values(effectiveness).sort((a, b) => a - b);
  if (values.some((value, index) => value !== index)) say(path, `the values must be 0 to ${options.length - 1}, each once`);
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((value, index) => ids.indexOf(value) !== index))];
}

function onlyKnown(ids: readonly string[], known: readonly string[], path: string, say: Say): void {
  for (const id of ids) if (!known.includes(id)) say(path, `there is no ${id} to refer to`);
}
