import type { Translated } from "../../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  hint: {
    title: "This sitting is taken in Safe Exam Browser",
    how: "Download the file of the sitting and open it. Safe Exam Browser starts by itself and shows the sign-in page; sign in with the same account. If Safe Exam Browser is not installed on this computer, speak to the proctor.",
    here: "You are in Safe Exam Browser already.",
    download: "Download the file of the sitting (.seb)",
  },
  refused: {
    title: "Open in Safe Exam Browser",
    other: "This sitting can only be taken in Safe Exam Browser, and this page is open in another browser.",
    mismatch: "The Safe Exam Browser in use does not have the settings of this sitting.",
    kept: "Nothing is lost: saved answers are there, and what has not been sent waits in this page.",
    open: "Download the file of the sitting below and open it.",
    call: "If you have used that file and still see this page, raise your hand and call the proctor. The proctor can let you go on; this page then opens by itself.",
    again: "Check again",
  },
  held: {
    title: "Waiting for the proctor’s decision",
    why: "The browser used for this attempt sent an identification that does not fit this sitting. The attempt is stopped for now, in other browsers too, until the proctor has decided.",
    call: "Raise your hand and call the proctor.",
    open: "If the proctor asks you to use Safe Exam Browser, download and open the file of the sitting below, then close the browser that does not fit. Once the proctor has let you, the attempt opens by itself.",
  },
} satisfies Translated<typeof id>;
