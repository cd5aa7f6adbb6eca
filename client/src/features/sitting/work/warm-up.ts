import { sectionPlanOf } from "@kompeten/shared/attempt";
import { words } from "../../../words/words.ts";
import type { Paper } from "@kompeten/shared/paper";
import { patiently } from "../../../ui/patient.ts";
import { loadEmergency } from "./lazy-parts.ts";

/**
 * Fetches what may be needed later while there is a line, after the first question is there: a candidate who goes offline
 * must still be able to review, hand in and see the charts.
 */
export function warmUp(paper: Paper): void {
  const parts: (() => Promise<unknown>)[] = [() => import("./finished-page.tsx"), () => import("./kept-notices.tsx"), () => import("./elsewhere.tsx"), () => import("./leaving.tsx"), () => import("./troubles.tsx"), () => words.load("work"), loadEmergency];
  parts.push(paper.kind === "form" ? () => import("../form/form-review.tsx") : () => import("./review.tsx"));
  if (paper.kind === "test")
    parts.push(() => import("../interactions/item-answer.tsx"), () => import("../comforts/reading-dialog.tsx"), () => import("../comforts/read-aloud.tsx"), () => words.load("interactions"), () => words.load("comforts"));
  if (paper.kind === "test" && sectionPlanOf(paper)) parts.push(() => import("../sections/section-bar.tsx"), () => import("../sections/section-review.tsx"), () => words.load("sections"));
  // Blocks are plain data, so the text of the paper says whether a chart or a picture is anywhere in it.
  const text = JSON.stringify(paper);
  if (paper.kind !== "form" && text.includes('"extended-text"')) parts.push(() => import("../case/rich-editor.tsx"), () => words.load("case"));
  if (text.includes('"type":"chart"')) parts.push(() => import("../../../ui/block-chart.tsx"));
  if (text.includes('"type":"image"')) parts.push(() => import("../../../ui/block-image.tsx"));
  for (const part of parts) void patiently(part);
}
