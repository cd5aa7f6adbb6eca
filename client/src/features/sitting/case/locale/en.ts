import type { Translated } from "../../../../app/i18n/catalogue.ts";
import type indonesian from "./id.ts";

export default {
  views: "Parts of the case",
  dossier: "Dossier",
  answers: "Answers",
  exhibit: "Read",
  scenario: "Situation",
  splitter: "Width of the dossier",
  questions: "Questions",
  question: "Question {{number}}",
  words_one: "{{count}} word",
  words_other: "{{count}} words",
  range: "{{min}}–{{max}} words advised",
  atMost: "at most {{max}} words advised",
  short: "still below the advice",
  long: "above the advice",
} satisfies Translated<typeof indonesian>;
