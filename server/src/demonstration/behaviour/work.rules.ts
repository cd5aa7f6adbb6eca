/** What a simulated candidate does with any paper, step by step. */
import type { CandidateCommand } from "@kompeten/shared/attempt";
import type { Paper } from "@kompeten/shared/paper";
import { answerBestWorst, answerChoice, type Candidate } from "./candidate.rules.ts";
import { caseAnswer } from "./case-answer.rules.ts";
import { formAnswers } from "./form.rules.ts";
import { pick, randomOf } from "./chance.rules.ts";
import { actionsAtDesk, type DeskDocument } from "./in-basket.rules.ts";

/** One command, and how many seconds after the start at the earliest: a document must have arrived. */
export type WorkStep = { command: CandidateCommand; notBeforeSeconds: number };

type Grade = DeskDocument["urgency"];
/** Only the practice test has these, and no simulated candidate takes it. */
type Unplayed = Exclude<TestItem["interaction"], "choice" | "best-worst">;
/** As much of an instrument's key as decides how an able candidate answers. */
export type AnswerKey =
  | { kind: "test"; items: Readonly<Record<string, { interaction: "choice"; correct: string; difficulty: number } | { interaction: "best-worst"; effectiveness: Readonly<Record<string, number>>; competency: string } | { interaction: Unplayed }>> }
  | { kind: "in-basket"; documents: Readonly<Record<string, { urgency: Grade; importance: Grade }>> }
  | { kind: "case" | "form" };

export function stepsThrough(candidate: Candidate, paper: Paper, key: AnswerKey): WorkStep[] {
  if (paper.kind === "test" && key.kind === "test") return paper.sections.flatMap((section) => section.items.flatMap((item) => itemSteps(candidate, item, key.items[item.id])));
  if (paper.kind === "in-basket" && key.kind === "in-basket") return deskSteps(candidate, paper.documents, key.documents);
  if (paper.kind === "case") return paper.questions.flatMap(({ id }) => writingSteps(candidate, id));
  if (paper.kind === "form") return formAnswers(candidate.seed, paper).map((answer) => step({ kind: "respond", ...answer }));
  return [];
}

type TestItem = Extract<Paper, { kind: "test" }>["sections"][number]["items"][number];
type ItemKey = Extract<AnswerKey, { kind: "test" }>["items"][string];

function itemSteps(candidate: Candidate, item: TestItem, key: ItemKey | undefined): WorkStep[] {
  const respond = (response: Extract<CandidateCommand, { kind: "respond" }>["response"]): WorkStep => step({ kind: "respond", itemId: item.id, response });
  if (key?.interaction === "best-worst") return [respond({ interaction: "best-worst", ...answerBestWorst(candidate, { id: item.id, ...key }) })];
  if (key?.interaction !== "choice" || item.interaction !== "choice") return [];
  const options = item.options.map((option) => option.id);
  const answer = answerChoice(candidate, { id: item.id, options, correct: key.correct, difficulty: key.difficulty });
  if (answer === undefined) return [step({ kind: "flag", itemId: item.id, flagged: true })];
  const random = randomOf(candidate.seed, "second thoughts", item.id);
  // Now and then somebody changes their mind; the journal shows both answers.
  const first = random() < 0.06 ? [respond({ interaction: "choice", optionId: pick(random, options) })] : [];
  return [...first, respond({ interaction: "choice", optionId: answer })];
}

function deskSteps(candidate: Candidate, documents: readonly { id: string; arrivesAfterSeconds?: number }[], key: Readonly<Record<string, { urgency: Grade; importance: Grade }>>): WorkStep[] {
  const arrivals = new Map(documents.map(({ id, arrivesAfterSeconds }) => [id, arrivesAfterSeconds ?? 0]));
  const seen = new Set<string>();
  const known = documents.flatMap((document): DeskDocument[] => {
    const grades = key[document.id];
    return grades ? [{ id: document.id, arrivesAfterSeconds: arrivals.get(document.id) ?? 0, ...grades }] : [];
  });
  return actionsAtDesk(candidate, known).flatMap(({ documentId, content }) => {
    const notBeforeSeconds = arrivals.get(documentId) ?? 0;
    const visit: WorkStep[] = seen.has(documentId) ? [] : [{ command: { kind: "visit", itemId: documentId }, notBeforeSeconds }];
    seen.add(documentId);
    return [...visit, { command: { kind: "act", action: { actionId: "", documentId, ...content } }, notBeforeSeconds }];
  });
}

/** Text is saved while it is written: half of it first, then the whole. */
function writingSteps(candidate: Candidate, questionId: string): WorkStep[] {
  const text = caseAnswer(candidate, questionId);
  const half = text.slice(0, text.lastIndexOf(" ", text.length / 2));
  return [half, text].map((written) => step({ kind: "respond", itemId: questionId, response: { interaction: "extended-text", text: written } }));
}

function step(command: CandidateCommand): WorkStep {
  return { command, notBeforeSeconds: 0 };
}
