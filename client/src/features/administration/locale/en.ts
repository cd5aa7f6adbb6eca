import type { Translated } from "../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  accounts: {
    title: "Accounts and roles",
    purpose: "Decide who may sign in, in which role, on what basis and until when.",
    empty: { title: "No accounts yet", text: "The accounts and memberships of this agency appear here." },
    open: "Open accounts",
  },
  audit: {
    title: "Audit trail",
    purpose: "Who saw and changed what, and when. These records cannot be deleted.",
    empty: { title: "No records yet", text: "The audit records of this agency appear here." },
    open: "Open the audit trail",
  },
} satisfies Translated<typeof id>;
