/** How a simulated candidate works through an in-basket: in which order, with which priorities, what is missed. */
import type { ActionContent, Grade } from "@kompeten/shared/attempt";
import { clamp, normal, randomOf, vary, type Random } from "./chance.rules.ts";
import { qualityOf, type Candidate } from "./candidate.rules.ts";
import { laterDocuments } from "./in-basket-later.texts.ts";
import { deskDocuments, type DocumentTexts, type Step } from "./in-basket.texts.ts";

export type DeskDocument = { id: string; arrivesAfterSeconds: number; urgency: Grade; importance: Grade };
export type DeskAction = { documentId: string; content: ActionContent };

const texts: Readonly<Record<string, DocumentTexts>> = { ...deskDocuments, ...laterDocuments };
export const documentsWithTexts = Object.keys(texts);

const grades: readonly Grade[] = ["low", "medium", "high"];

/** Everything the candidate does at the desk, in order. Documents without texts of ours are left alone. */
export function actionsAtDesk(candidate: Candidate, documents: readonly DeskDocument[]): DeskAction[] {
  const random = randomOf(candidate.seed, "desk");
  return inOrder(candidate, documents)
    .filter((document) => !isMissed(random, candidate, document))
    .flatMap((document) => {
      const known = texts[document.id];
      if (!known) return [];
      const wording = randomOf(candidate.seed, "wording", document.id);
      const steps = known[qualityOf(candidate, known.competency, document.id)];
      const priority: ActionContent = { type: "prioritise", urgency: perceived(wording, candidate, document.urgency), importance: perceived(wording, candidate, document.importance) };
      return [priority, ...steps.map((step) => contentOf(wording, step))].map((content) => ({ documentId: document.id, content }));
    });
}

/** The able take what is pressing and weighty first; the less able follow the pile. What arrives late is seen late. */
function inOrder(candidate: Candidate, documents: readonly DeskDocument[]): DeskDocument[] {
  const random = randomOf(candidate.seed, "order");
  const insight = 1 / (1 + Math.exp(-1.6 * candidate.ability));
  return documents
    .map((document, index) => {
      const weight = grades.indexOf(document.urgency) + grades.indexOf(document.importance);
      const pile = index / documents.length;
      return { document, place: (1 - insight) * pile + insight * (1 - weight / 4) * 0.8 + document.arrivesAfterSeconds / 4000 + 0.08 * normal(random) };
    })
    .sort((one, other) => one.place - other.place)
    .map(({ document }) => document);
}

/** Late documents are what weak candidates run out of time for. */
function isMissed(random: Random, candidate: Candidate, document: DeskDocument): boolean {
  const drawn = random();
  return drawn < clamp((document.arrivesAfterSeconds > 0 ? 0.16 : 0.04) - 0.17 * candidate.ability, 0, 0.6);
}

function perceived(random: Random, candidate: Candidate, grade: Grade): Grade {
  const error = (0.75 - 0.25 * candidate.ability) * normal(random);
  return grades[clamp(Math.round(grades.indexOf(grade) + error), 0, 2)] as Grade;
}

function contentOf(random: Random, step: Step): ActionContent {
  switch (step.do) {
    case "reply":
    case "forward":
      return { type: step.do, to: step.to, text: vary(random, step.text) };
    case "delegate":
      return { type: "delegate", to: step.to, instruction: vary(random, step.text), due: step.due };
    case "schedule":
      return { type: "schedule", title: step.title, start: step.start, end: step.end, place: step.place };
    case "file":
      return { type: "file", reason: vary(random, step.text) };
    case "decide":
    case "note":
      return { type: step.do, text: vary(random, step.text) };
  }
}
