import type { FormItem, RowsItem } from "../paper/form.ts";
import type { TestItem } from "../paper/item.ts";
import type { CasePaper } from "../paper/paper.ts";
import type { PartsInteraction, Response, Row } from "./entry.ts";
import { isAnswered } from "./work.ts";

/** What a candidate can answer: an item of a test or of a form, or a question of a case. */
export type AnswerableItem = TestItem | FormItem | CasePaper["questions"][number];
type PartsItem = Extract<TestItem, { interaction: PartsInteraction }>;

type Part = { readonly id: string; readonly optionIds: readonly string[] };

/** The parts of an item and what each may be given, in the order of the paper at hand. */
export function partsOf(item: PartsItem): Part[] {
  const ids = (options: readonly { id: string }[]) => options.map(({ id }) => id);
  switch (item.interaction) {
    case "match":
      return item.sources.map(({ id }) => ({ id, optionIds: ids(item.targets) }));
    case "likert":
      return item.statements.map(({ id }) => ({ id, optionIds: ids(item.scale) }));
    case "inline-choice":
      return item.text.flatMap((piece) => ("gap" in piece ? [{ id: piece.gap, optionIds: ids(piece.options) }] : []));
  }
}

/** Whether the item can have been answered so, whole or in part. Says nothing about right or wrong. */
export function fits(item: AnswerableItem, response: Response): boolean {
  switch (item.interaction) {
    case "choice":
      return response.interaction === "choice" && offered(item, [response.optionId]);
    case "best-worst":
      return response.interaction === "best-worst" && offered(item, [response.best, response.worst]) && (response.best === null || response.best !== response.worst);
    case "multiple-response":
      return response.interaction === "multiple-response" && response.optionIds.length <= item.maxChoices && distinct(response.optionIds) && offered(item, response.optionIds);
    case "order":
      if (response.interaction !== "order") return false;
      return response.optionIds.length === 0 || (response.optionIds.length === item.options.length && distinct(response.optionIds) && offered(item, response.optionIds));
    case "match":
      return response.interaction === "match" && eachPart(item, response.chosen) && (item.matchMax === 0 || noneMoreThan(item.matchMax, response.chosen));
    case "inline-choice":
    case "likert":
      return response.interaction === item.interaction && eachPart(item, response.chosen);
    case "text-entry":
      return response.interaction === "text-entry" && (response.unit === null || item.units.includes(response.unit));
    case "slider":
      return response.interaction === "slider" && (response.value === null || onScale(item, response.value));
    case "extended-text":
      return response.interaction === "extended-text";
    case "rows":
      return response.interaction === "rows" && response.rows.length <= item.maxRows && distinct(response.rows.map(({ id }) => id)) && response.rows.every((row) => ofColumns(item, row));
  }
}

function ofColumns({ columns }: RowsItem, { cells }: Row): boolean {
  return Object.keys(cells).every((id) => columns.some((column) => column.id === id));
}

function offered(item: { options: readonly { id: string }[] }, optionIds: readonly (string | null)[]): boolean {
  return optionIds.every((id) => id === null || item.options.some((option) => option.id === id));
}

function distinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

/** Exactly the item's parts, so that a response alone says whether it is whole. */
function eachPart(item: PartsItem, chosen: Readonly<Record<string, string | null>>): boolean {
  const parts = partsOf(item);
  const given = new Map(Object.entries(chosen));
  return given.size === parts.length && parts.every(({ id, optionIds }) => given.get(id) === null || optionIds.includes(given.get(id) ?? ""));
}

function noneMoreThan(max: number, chosen: Readonly<Record<string, string | null>>): boolean {
  const targets = Object.values(chosen).filter((id) => id !== null);
  return targets.every((id) => targets.filter((other) => other === id).length <= max);
}

function onScale({ lowerBound, upperBound, step }: Extract<TestItem, { interaction: "slider" }>, value: number): boolean {
  return value >= lowerBound && value <= upperBound && (value - lowerBound) % step === 0;
}

const yearWritten = /^(19|20)\d\d$/;

/** What a row lacks, as ids of its columns: what is asked for and empty, and a year that is none. */
export function gapsOf({ columns }: RowsItem, { cells }: Row): string[] {
  const lacks = (text: string, { format, required }: RowsItem["columns"][number]) => (text === "" ? required : format === "year" && !yearWritten.test(text));
  return columns.filter((column) => lacks((cells[column.id] ?? "").trim(), column)).map(({ id }) => id);
}

/** The answer counts as whole for this item: beyond what the response says by itself, enough choices and a unit where one must be said. */
export function isWhole(item: AnswerableItem, response: Response | undefined): boolean {
  if (item.interaction === "multiple-response" && response?.interaction === "multiple-response") return response.optionIds.length >= item.minChoices;
  if (item.interaction === "text-entry" && response?.interaction === "text-entry") return response.text.trim() !== "" && (item.units.length < 2 || response.unit !== null);
  if (item.interaction === "rows" && response?.interaction === "rows") return isAnswered(response) && response.rows.length >= item.minRows && response.rows.every((row) => gapsOf(item, row).length === 0);
  return isAnswered(response);
}
