import type { Translated } from "../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Employees",
  purpose: "Employees, positions and units of your agency.",
  empty: { title: "No employees yet", text: "Imported employees appear here." },
  homeCard: { open: "Open employees" },
} satisfies Translated<typeof id>;
