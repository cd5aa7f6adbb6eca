import { isAnswered, isDone, isWhole, type Work } from "@kompeten/shared/attempt";
import type { Paper } from "@kompeten/shared/paper";

/** One thing there is to do: an item, a document or a question. */
export type Task = { id: string; label: string; done: boolean; flagged: boolean; seen: boolean };

/** In the order of the paper. */
export function tasksOf(paper: Paper, work: Work): Task[] {
  const task = (id: string, label: string, done: boolean): Task => ({ id, label, done, flagged: work.flagged.includes(id), seen: work.visited.includes(id) });
  switch (paper.kind) {
    case "test":
      return paper.sections.flatMap((section) => section.items).map((item, index) => task(item.id, String(index + 1), isWhole(item, work.responses[item.id])));
    case "form":
      return paper.sections.flatMap((section) => section.items).map((item) => task(item.id, item.prompt, isWhole(item, work.responses[item.id])));
    case "case":
      return paper.questions.map((question, index) => task(question.id, String(index + 1), isAnswered(work.responses[question.id])));
    case "in-basket":
      return paper.documents.map((document) => task(document.id, document.subject, work.actions.some((action) => action.documentId === document.id && isDone(action))));
  }
}
