import type { Translated } from "../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Assessor ratings",
  purpose: "Read the candidate's work, record evidence and rate independently.",
  empty: { title: "No assignments yet", text: "The candidates' work assigned to you appears here." },
  homeCard: { open: "Open assignments" },
} satisfies Translated<typeof id>;
