import { type ActionRecord, actionText } from "@kompeten/shared/attempt";
import type { InBasketPaper } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { isComplete } from "./actions.rules.ts";
import { shortTime } from "./fictional-time.ts";
import classes from "./in-basket.module.css";

type Props = { action: ActionRecord; paper: InBasketPaper; onEdit: (() => void) | null };

/** One own action, with the ways to change it or take it back; every step stays in the journal. */
export function ActionSummary({ action, paper, onEdit }: Props) {
  const { t } = useTranslation("in-basket");
  const { session } = useAttempt();
  const { content, actionId, documentId } = action;
  const to = "to" in content ? nameOf(paper, content.to) : null;
  const due = content.type === "delegate" ? content.due : null;
  const text = actionText(content);
  const linked = content.type === "link" ? content.documents : [];
  return (
    <div className={classes.summary}>
      <p className={classes.summaryHead}>
        <strong>{t(`type.${content.type}`)}</strong>
        {to ? <span>{t("toPerson", { name: to })}</span> : null}
        {isComplete(content) ? null : <span className={classes.incomplete}>{t("draft")}</span>}
      </p>
      {content.type === "schedule" ? (
        <p className={classes.summaryText}>
          {content.title || t("untitled")} · {shortTime(content.start)}
          {content.place ? ` · ${content.place}` : ""}
        </p>
      ) : null}
      {text ? <p className={classes.summaryText}>{text}</p> : null}
      {linked.length > 0 ? <p className={classes.dimmed}>{linked.map((id) => paper.documents.find((document) => document.id === id)?.subject ?? id).join("; ")}</p> : null}
      {content.type === "postpone" && content.until ? <p className={classes.dimmed}>{t("untilAt", { at: shortTime(content.until) })}</p> : null}
      {due ? <p className={classes.dimmed}>{t("dueAt", { at: shortTime(due) })}</p> : null}
      <div className={classes.summaryActions}>
        {onEdit ? (
          <Button variant="subtle" size="sm" mih={44} onClick={onEdit}>
            {t("edit")}
          </Button>
        ) : null}
        <Button variant="subtle" size="sm" color="red" mih={44} onClick={() => session.do({ kind: "act", action: { actionId, documentId, type: "withdraw" } })}>
          {t("withdraw")}
        </Button>
      </div>
    </div>
  );
}

function nameOf(paper: InBasketPaper, to: string): string {
  return paper.organisationChart.find((person) => person.id === to)?.name ?? to;
}
