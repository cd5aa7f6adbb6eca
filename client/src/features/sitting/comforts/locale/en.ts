import type { Translated } from "../../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  reading: {
    title: "Display",
    spacing: "Wider text spacing",
    contrast: "High contrast",
    readAloud: "Button to read items aloud",
    help: {
      spacing: "More space between lines, words and letters.",
      contrast: "Full black and white, strong outlines.",
      readAloud: "Shown where this device has an Indonesian voice.",
    },
    speak: "Read aloud",
    stop: "Stop reading",
  },
  tools: {
    calculator: "Calculator",
    notes: "Scratch notes",
    notesHelp: "On this device only. Neither sent nor judged.",
    sum: "Sum",
    back: "Delete one sign",
    clear: "Clear the sum",
  },
  textSize: { label: "Text size", smaller: "Smaller text", larger: "Larger text", now: "{{px}} pixels" },
} satisfies Translated<typeof id>;
