import type { Translated } from "../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Attempt",
  empty: {
    title: "No session is open yet",
    text: "Your assessment session appears here when the room opens. Come early; you do not need to reload the page.",
  },
} satisfies Translated<typeof id>;
