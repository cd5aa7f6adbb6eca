import { paths } from "../../app/paths.ts";
import type { Step } from "./steps.ts";
import { slugOf } from "./steps.ts";

/** The pages below this feature's address. */
export const newAssessmentPath = `${paths.planning}/baru`;
export const assessmentPath = (id: string): string => `${paths.planning}/${id}`;
/** A step of a draft, as it stands in the address: a draft can be taken up where it was left. */
export const stepSearch = (step: Step) => ({ langkah: slugOf[step] });
/** A part of the page of an assessment that is open. */
export const partSearch = (part: Part) => ({ bagian: part });
export const parts = ["ringkasan", "peserta", "asesor", "kartu"] as const;
export type Part = (typeof parts)[number];
