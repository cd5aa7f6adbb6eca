import type { Translated } from "../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Instruments",
  purpose: "Write, review and publish instruments and their versions.",
  empty: { title: "No instruments yet", text: "Instruments that are written or published appear here." },
  homeCard: { open: "Open instruments" },
} satisfies Translated<typeof id>;
