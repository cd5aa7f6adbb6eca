import type { Translated } from "../../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  multiple: {
    exactly: "Choose exactly {{max}}.",
    between: "Choose {{min}} to {{max}}.",
    atMost: "Choose one or more, {{max}} at most.",
    full_one: "{{count}} chosen. Take it back first to choose another.",
    full_other: "{{count}} chosen. Take one back first to choose another.",
    more_one: "Choose {{count}} more.",
    more_other: "Choose {{count}} more.",
  },
  order: {
    how: "Move with the arrow buttons in each row, or press the up and down arrow keys.",
    up: "Move up: {{text}}",
    down: "Move down: {{text}}",
    moved: "{{text}}: place {{place}} of {{total}}",
    end: "{{text}}: already at the end",
    keep: "This order is right",
    kept: "The order is taken as the answer",
    notYet: "Not an answer yet.",
  },
  match: {
    once: "Each can be used only once.",
    choose: "Choose",
    taken: "Taken from: {{text}}. Choose again for that row.",
    left_one: "{{count}} row is not matched.",
    left_other: "{{count}} rows are not matched.",
  },
  inline: { gap: "Gap {{number}} of {{total}}", choose: "…", left_one: "{{count}} gap is empty.", left_other: "{{count}} gaps are empty." },
  likert: { left_one: "{{count}} statement is not rated.", left_other: "{{count}} statements are not rated." },
  entry: { unit: "Unit", readAs: "Read as: {{value}}", noNumber: "Write a number only, such as 1.250,5 (comma before decimals).", chooseUnit: "Choose the unit as well." },
  slider: { notYet: "Not chosen", less: "Less", more: "More" },
} satisfies Translated<typeof id>;
