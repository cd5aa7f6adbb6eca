import type { Translated } from "../../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  elsewhere: {
    title: "This attempt is open in another tab",
    text: "So that answers do not overwrite each other, work goes on in one tab only. Everything you have written is safe.",
    here: "Continue in this tab",
  },
  otherDevice: {
    title: "This attempt is open on another device",
    text: "You are working on it on another device or browser. Everything saved there comes along if you continue here.",
    consequence: "Once moved, the other device can no longer write. What has not been saved there is kept apart and overwrites nothing.",
    here: "Move to this device",
    failed: "It could not be moved yet. Check the connection and try again.",
  },
  kept: {
    text: "These records are not lost. Show them to the proctor; they can be downloaded as evidence.",
    download: "Download as evidence",
    kind: { "acknowledge-notice": "Declaration", start: "Start", respond: "Answer", flag: "Flag", visit: "Visit", act: "Action", "open-section": "Opening of a section", submit: "Hand-in", "take-over": "Change of device", "acknowledge-time": "Change of time read", edit: "Answer" },
  },
  review: {
    back: "Back to work",
    title: "Review before handing in",
    continue: "Go on working",
    done: { test: "Items answered", "in-basket": "Documents acted on", case: "Questions answered" },
    open: { test: "Not answered", "in-basket": "Without an action", case: "Not answered" },
    flagged: "Flagged",
    incomplete: "Incomplete actions",
    unsaved: "Not saved yet",
    unsavedText_other: "Records on their way to the server: {{count}}.",
    unsavedOffline_other: "The connection is lost; records waiting on this device: {{count}}. Better wait until this is 0 before handing in.",
    list: { test: "All items", "in-basket": "All documents", case: "All questions" },
    state: {
      done: { test: "answered", "in-basket": "acted on", case: "answered" },
      open: { test: "open", "in-basket": "open", case: "open" },
      flagged: "flagged",
    },
  },
  finished: {
    submitted: { title: "Handed in", text: "The server has received and closed your attempt." },
    ended: { title: "The proctor has ended this attempt", text: "Ended by {{by}}, for this reason: {{reason}}. Everything saved before stays and counts. If you have questions, speak to the proctor." },
    expired: { title: "Time is up, your work is saved", text: "The server closed the attempt exactly at its deadline. Everything saved before it counts." },
    form: {
      expired: { title: "The form has closed", text: "The server closed the form when the time for filling it in ended. Entries saved before then can be read by the assessors." },
      last: "There is no other form in this sitting. Thank you.",
      toNext: "To the next form",
    },
    proof_one: "The {{n}} record of your work is stored on the server.",
    proof_other: "All {{n}} records of your work are stored on the server.",
    at: "Closed at",
    took: "Working time",
    tookLess: "less than 1 minute",
    answered: "Items answered",
    filled: "Entries filled in",
    nextForm: "Next form: {{title}}.",
    actedOn: "Documents acted on",
    partly_one: "{{n}} record of your work is stored on the server. What was not accepted is listed below.",
    partly_other: "{{n}} records of your work are stored on the server. What was not accepted is listed below.",
    next: "Next: {{title}}. Take a short break if you need one; its clock starts only when you press Start.",
    last: "There is no other instrument in this sitting. Thank you.",
    toNext: "To the next instrument",
  },
} satisfies Translated<typeof id>;
