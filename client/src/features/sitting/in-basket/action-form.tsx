import type { InBasketPaper } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { ActionFields } from "./action-fields.tsx";
import { type Content, emptyContent, type FormType, isBlank, isComplete } from "./actions.rules.ts";
import classes from "./in-basket.module.css";

type Props = {
  paper: InBasketPaper;
  actionId: string;
  documentId: string | null;
  content: Content;
  /** The document's sender, offered as a recipient. */
  from: string;
  onDone: () => void;
};

/** An action while it is being written. It is saved as it grows: there is no button that could be forgotten. */
export function ActionForm({ paper, actionId, documentId, content: first, from, onDone }: Props) {
  const { t } = useTranslation("in-basket");
  const { session, state } = useAttempt();
  const [content, setContent] = useState(first);
  const record = state.work.actions.find((action) => action.actionId === actionId);
  const known = record !== undefined && !record.withdrawn;
  // Only what is written in a form comes here.
  const empty = emptyContent(first.type as FormType, from, paper.scenario.now.slice(0, 10));
  const blank = isBlank(content, empty);
  // Taken back in the list of all actions while this form stayed open behind it: what it shows is nowhere any more.
  const isGone = record?.withdrawn === true && !blank;
  useEffect(() => {
    if (isGone) onDone();
  }, [isGone, onDone]);

  function change(next: Content) {
    setContent(next);
    // Nothing is written for a form that was only opened; one that is emptied again is withdrawn, however it is left.
    if (!isBlank(next, empty)) session.draft(actionId, { kind: "act", action: { actionId, documentId, ...next } });
    else if (known) session.draft(actionId, { kind: "act", action: { actionId, documentId, type: "withdraw" } });
  }
  function done() {
    session.flush(actionId);
    if (blank) withdraw();
    else onDone();
  }
  function withdraw() {
    if (known) session.do({ kind: "act", action: { actionId, documentId, type: "withdraw" } });
    onDone();
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <h2 className={classes.panelTitle}>{t(`type.${content.type}`)}</h2>
      <ActionFields paper={paper} actionId={actionId} documentId={documentId} from={from} content={content} onChange={change} />
      <p className={classes.dimmed}>{t("autosave")}</p>
      <div className={classes.formActions}>
        <Button type="submit" mih={44}>
          {t("done")}
        </Button>
        <Button variant="subtle" color="red" mih={44} onClick={withdraw}>
          {t(known ? "withdraw" : "discard")}
        </Button>
        {blank || isComplete(content) ? null : <span className={classes.incomplete}>{t(`incomplete.${content.type as "reply"}`)}</span>}
      </div>
    </form>
  );
}
