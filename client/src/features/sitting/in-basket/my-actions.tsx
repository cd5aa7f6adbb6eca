import type { InBasketPaper } from "@kompeten/shared/paper";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { ActionSummary } from "./action-summary.tsx";
import { deeds } from "./actions.rules.ts";
import classes from "./in-basket.module.css";

/** Everything done so far, in the order in which it was begun. */
export function MyActions({ paper, onOpen }: { paper: InBasketPaper; onOpen: (documentId: string) => void }) {
  const { t } = useTranslation("in-basket");
  const actions = deeds(useAttempt().state.work);
  return (
    <>
      <h2 className={classes.pageTitle}>{t("tab.actions")}</h2>
      {actions.length === 0 ? <p className={classes.dimmed}>{t("noActions")}</p> : null}
      <ol className={classes.own}>
        {actions.map((action) => {
          const document = paper.documents.find((one) => one.id === action.documentId);
          return (
            <li key={action.actionId}>
              <p className={classes.about}>{document?.subject ?? t("fromDesk")}</p>
              <ActionSummary action={action} paper={paper} onEdit={document ? () => onOpen(document.id) : null} />
            </li>
          );
        })}
      </ol>
    </>
  );
}
