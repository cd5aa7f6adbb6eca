import type { Translated } from "../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Talent management",
  purpose: "Performance and potential, nine-box placements and the succession group.",
  empty: { title: "No talent cycle yet", text: "Talent cycles and placements appear here." },
  homeCard: { open: "Open talent management" },
} satisfies Translated<typeof id>;
