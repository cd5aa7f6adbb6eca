import type { Translated } from "../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Results",
  purpose: "Competency profiles, match with the position, and each employee's report.",
  empty: { title: "No results yet", text: "Results appear here after the lead assessor closes the integration." },
  homeCard: { open: "Open results" },
} satisfies Translated<typeof id>;
