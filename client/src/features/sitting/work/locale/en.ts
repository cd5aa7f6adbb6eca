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
  finished: {
    submitted: { title: "Handed in", text: "The server has received and closed your attempt." },
    ended: { title: "The proctor has ended this attempt", text: "Ended by {{by}}, for this reason: {{reason}}. Everything saved before stays and counts. If you have questions, speak to the proctor." },
    expired: { title: "Time is up, your work is saved", text: "The server closed the attempt exactly at its deadline. Everything saved before it counts." },
    proof_one: "The {{n}} record of your work is stored on the server.",
    proof_other: "All {{n}} records of your work are stored on the server.",
    at: "Closed at",
    took: "Working time",
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
