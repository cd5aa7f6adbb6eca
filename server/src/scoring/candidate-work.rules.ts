/** Lays a candidate's work beside what the instrument's designer looks for. Pure; only ever shown to assessors. */
import type { CaseWork, InBasketWork, ReplayStep, RubricEntry } from "@kompeten/shared/contracts/scoring";
import type { ActionRecord, Response } from "@kompeten/shared/attempt";
import type { CasePaper, InBasketPaper } from "@kompeten/shared/paper";
import { wordCount } from "@kompeten/shared/rich-text";
import type { CaseKey, InBasketKey, Rubric } from "../authoring/keys.ts";

type Work = { items: Readonly<Record<string, Response>>; actions: readonly ActionRecord[] };

export function caseWorkOf(paper: CasePaper, key: CaseKey, work: Work): CaseWork {
  return {
    kind: "case",
    scenario: paper.scenario,
    exhibits: paper.exhibits,
    answers: paper.questions.map((question) => {
      const response = work.items[question.id];
      const text = response?.interaction === "extended-text" ? response.text : "";
      const wanted = key.questions[question.id];
      return {
        questionId: question.id,
        prompt: question.prompt,
        minWords: question.minWords,
        maxWords: question.maxWords,
        text,
        words: wordCount(text),
        expected: wanted?.expected ?? "",
        exhibits: wanted?.exhibits ?? [],
      };
    }),
  };
}

export function inBasketWorkOf(paper: InBasketPaper, key: InBasketKey, work: Work, given: { startedAtMs: number; replay: ReplayStep[] }): InBasketWork {
  const { startedAtMs, replay } = given;
  return {
    kind: "in-basket",
    scenario: paper.scenario,
    organisationChart: paper.organisationChart.map(({ id, name, position, reportsTo }) => ({ id, name, position, reportsTo: reportsTo ?? null })),
    calendar: paper.calendar.map(({ id, title, start, end, place }) => ({ id, title, start, end, place: place ?? null })),
    documents: paper.documents.map((document) => {
      const wanted = key.documents[document.id];
      return {
        id: document.id,
        kind: document.kind,
        from: document.from,
        to: document.to,
        sentAt: document.sentAt,
        subject: document.subject,
        body: document.body,
        attachments: document.attachments,
        arrivesAfterSeconds: document.arrivesAfterSeconds,
        expected: wanted ? { urgency: wanted.urgency, importance: wanted.importance, links: wanted.links, text: wanted.expected } : null,
        priority: priorityOf(work, document.id),
      };
    }),
    actions: work.actions.map((action, index) => ({
      order: index + 1,
      actionId: action.actionId,
      documentId: action.documentId,
      content: action.content,
      at: new Date(action.firstAtMs).toISOString(),
      atSeconds: Math.round((action.firstAtMs - startedAtMs) / 1000),
      lastAtSeconds: Math.round((action.lastAtMs - startedAtMs) / 1000),
      revisions: action.revisions,
      withdrawn: action.withdrawn,
    })),
    replay,
  };
}

/** The grades set last for a document: a later action, or a later change of an earlier one. */
function priorityOf(work: Work, documentId: string): InBasketWork["documents"][number]["priority"] {
  const set = work.actions.filter((action) => action.documentId === documentId && !action.withdrawn && action.content.type === "prioritise");
  const last = set.sort((one, other) => one.lastAtMs - other.lastAtMs).at(-1)?.content;
  return last?.type === "prioritise" ? { urgency: last.urgency, importance: last.importance } : null;
}

/** One entry per competency the plan asks for, in the plan's order; without anchors where the instrument has no rubric for it. */
export function rubricFor(competencies: readonly string[], rubric: Rubric, names: ReadonlyMap<string, string>): RubricEntry[] {
  return competencies.map((competency) => {
    const entry = rubric.find((candidate) => candidate.competency === competency);
    return { competency, name: names.get(competency) ?? competency, lookFor: entry?.lookFor ?? [], anchors: entry?.anchors ?? {} };
  });
}
