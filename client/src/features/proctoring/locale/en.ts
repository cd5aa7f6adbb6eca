import type { Translated } from "../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Proctoring",
  purpose: "Watch the state of every candidate and deal with incidents during a sitting.",
  empty: { title: "No sitting is running", text: "The sittings you supervise appear here when the room opens." },
  homeCard: { open: "Open proctoring" },
} satisfies Translated<typeof id>;
