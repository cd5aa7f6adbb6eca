import type { Translated } from "../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Assessments",
  purpose: "Plan an assessment: purpose, target positions, instruments, candidates, assessors and schedule.",
  empty: { title: "No assessments yet", text: "The assessments you plan appear here." },
  homeCard: { open: "Open assessments" },
} satisfies Translated<typeof id>;
