import type { Translated } from "../../../../app/i18n/catalogue.ts";
import type indonesian from "./id.ts";

export default {
  bar: "Section of the test",
  place: "Section {{number}} of {{total}}: {{title}}",
  left: "Time left in this section",
  paused: "Paused",
  noLimit: "Until the test ends",
  forwardOnly: "Forward only: an item you have left cannot be opened again.",
  once: "A finished section cannot be opened again.",
  ranOut: "The time for “{{before}}” has run out. You are now in “{{title}}”.",
  warning_one: "{{count}} minute left in this section.",
  warning_other: "{{count}} minutes left in this section.",
  over: {
    title: "The time of the last section has run out",
    text: "Your answers are saved. Press Review & hand in to hand in this test.",
  },
  review: {
    title: "Review “{{title}}”",
    answered: "{{done}} of {{total}} items answered.",
    list: "Items of this section",
    number: "Item {{number}}",
    done: "answered",
    open: "not answered",
    flagged: "flagged",
    passed: "left behind",
    back: "Back to the items",
    next: "Next: “{{title}}”.",
    go: "Finish and open the next section",
  },
  confirm: {
    title: "Finish “{{title}}”?",
    text: "This section cannot be opened again and the time left in it cannot be used. The time of “{{next}}” starts at once.",
    textNoLimit: "This section cannot be opened again and the time left in it cannot be used. “{{next}}” opens at once.",
    unanswered_one: "{{count}} item of this section is not answered.",
    unanswered_other: "{{count}} items of this section are not answered.",
    yes: "Yes, go to the next section",
    no: "Not yet",
  },
} satisfies Translated<typeof indonesian>;
