import { isWhole, type Response, type Work } from "@kompeten/shared/attempt";
import type { FormItem, FormPaper } from "@kompeten/shared/paper";

export type Section = FormPaper["sections"][number];
/** `missing`: asked for and empty. `begun`: something is there, but not all that was asked for. `free`: empty, and may stay so. */
export type ItemState = "done" | "begun" | "missing" | "free";

export function itemState(item: FormItem, response: Response | undefined): ItemState {
  if (isWhole(item, response)) return "done";
  if (isBegun(response)) return "begun";
  return item.required ? "missing" : "free";
}

function isBegun(response: Response | undefined): boolean {
  if (response?.interaction === "rows") return response.rows.length > 0;
  return response?.interaction === "likert" && Object.values(response.chosen).some((id) => id !== null);
}

export type Progress = { /** Asked for, or begun: what has to be whole. */ wanted: number; done: number; open: FormItem[] };

/** What may stay empty counts only once it is begun, so that a form is complete without it. */
export function progressOf(items: readonly FormItem[], work: Work): Progress {
  const states = items.map((item) => ({ item, state: itemState(item, work.responses[item.id]) }));
  const wanted = states.filter(({ item, state }) => item.required || state === "begun" || state === "done");
  return { wanted: wanted.length, done: wanted.filter(({ state }) => state === "done").length, open: wanted.filter(({ state }) => state !== "done").map(({ item }) => item) };
}

export const isComplete = ({ open }: Progress): boolean => open.length === 0;

export function sectionOf(paper: FormPaper, itemId: string | null): number {
  return Math.max(0, paper.sections.findIndex(({ items }) => items.some(({ id }) => id === itemId)));
}

/** What a label says of a field that the form is not complete without; a legend above the fields explains it. */
export const labelled = (text: string, required: boolean): string => (required ? `${text} *` : text);
