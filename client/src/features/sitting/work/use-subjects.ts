import { noWork } from "@kompeten/shared/attempt";
import { useTranslation } from "../../../words/use-translation.ts";
import type { Command, WholeOperation } from "../queue/queued-operation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { tasksOf } from "./progress.rules.ts";

/** What an operation is about, as the candidate knows it; after a reload the paper of a closed attempt is not there to ask, and a code says nothing. */
export function useSubjects(): (operation: WholeOperation | Command) => string {
  const { t } = useTranslation(["sitting", "case"]);
  const { paper } = useAttempt().state;
  const tasks = paper ? tasksOf(paper, noWork) : [];
  return (operation) => {
    const id = operation.kind === "act" ? operation.action.documentId : "itemId" in operation ? operation.itemId : null;
    const label = tasks.find((task) => task.id === id)?.label ?? "";
    if (label === "" || paper?.kind === "in-basket" || paper?.kind === "form") return label;
    return t(paper?.kind === "case" ? "case:question" : "test.number", { number: label });
  };
}
