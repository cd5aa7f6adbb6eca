import { paths } from "../../app/paths.ts";

/** The pages of one cycle; which of its views is open stands in the address. */
export const cyclePath = (cycleId: string): string => `${paths.talent}/${cycleId}`;
export const views = ["kotak", "pool", "belum-lengkap", "metode"] as const;
export type View = (typeof views)[number];
export const readView = (search: Record<string, unknown>): { tampilan?: View } => {
  const view = views.find((candidate) => candidate === search["tampilan"]);
  return view && view !== "kotak" ? { tampilan: view } : {};
};
/** One result of the results pages, which belong to another feature. */
export const resultPath = (resultId: string): string => `${paths.profiles}/${resultId}`;
