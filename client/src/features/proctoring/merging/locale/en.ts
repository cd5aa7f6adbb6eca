import type { Translated } from "../../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Work set aside",
  purpose: "What candidates made that is kept without being applied. As the lead you decide what counts, with a reason.",
  homeCard: {
    open: "Open work set aside",
    waiting_one: "What was set aside of {{count}} attempt awaits your decision before integration.",
    waiting_other: "What was set aside of {{count}} attempts awaits your decision before integration.",
    nothing: "Nothing awaits your decision now.",
    figure: "{{count}} attempts",
  },
  caption: "Attempts with work set aside",
  column: { candidate: "Candidate", instrument: "Instrument", assessment: "Assessment", open: "Not counted", merged: "Counted", last: "Last received", what: "What", cause: "Cause", times: "Times" },
  none: { title: "Nothing is set aside", text: "What comes from a device that was replaced, or after the time was up, appears here." },
  text: "What you let count is applied in the order in which it arrived, cannot be undone, and scores are computed again. Reading this page is recorded.",
  operations: "In the order of arrival",
  all: "Choose all that do not count yet",
  choose: "Choose {{what}}, received {{at}}",
  deedAt: "{{deed}} · {{place}}",
  deed: { responded: "Answer", flagged: "Flag", visited: "Visit", acted: "Action" },
  cause: { "stale-epoch": "Earlier device (use {{epoch}})", late: "Arrived after the end" },
  received: "received {{at}}",
  made: "made {{at}} by the device's word",
  mergedBy: "counted, entry {{seq}}",
  reason: "Reason",
  reasonHelp: "At least 10 characters. Kept in the attempt's records and the audit trail; cannot be changed.",
  confirm_one: "Let {{count}} count",
  confirm_other: "Let {{count}} count",
  errors: { "not-set-aside": "Some of it came to count in the meantime. Load the list again.", "result-given": "This candidate's integration is closed and the result is given: what was set aside can be read and no longer counted.", "limit-reached": "The attempt has reached its limit of records.", busy: "The attempt is changing. Try again." },
} satisfies Translated<typeof id>;
