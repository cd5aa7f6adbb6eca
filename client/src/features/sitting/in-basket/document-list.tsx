import type { InBasketPaper } from "@kompeten/shared/paper";
import { IconArchive, IconCheck } from "@tabler/icons-react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { actionsOn } from "./actions.rules.ts";
import { shortTime } from "./fictional-time.ts";
import classes from "./in-basket.module.css";

type Props = { paper: InBasketPaper; current: string | undefined; onOpen: (id: string) => void };

/** What has come in: newest arrivals first, then in the order of the paper. */
export function DocumentList({ paper, current, onOpen }: Props) {
  const { t } = useTranslation("in-basket");
  const { work } = useAttempt().state;
  const documents = [...paper.documents].sort((a, b) => b.arrivesAfterSeconds - a.arrivesAfterSeconds);
  return (
    <section className={classes.list} aria-label={t("tab.inbox")}>
      <ul>
        {documents.map((document) => {
          const unread = !work.visited.includes(document.id);
          const actions = actionsOn(work, document.id);
          const filed = actions.some((action) => action.content.type === "file");
          const others = actions.filter((action) => action.content.type !== "prioritise" && action.content.type !== "file").length;
          const priority = actions.find((action) => action.content.type === "prioritise")?.content;
          return (
            <li key={document.id}>
              <button type="button" className={classes.row} data-unread={unread || undefined} aria-current={document.id === current ? "true" : undefined} onClick={() => onOpen(document.id)}>
                <span className={classes.rowTop}>
                  <span className={classes.sender}>{document.from}</span>
                  <span className={classes.sent}>{shortTime(document.sentAt)}</span>
                </span>
                <span className={classes.subject}>
                  {document.subject}
                  {unread ? <span className={classes.hidden}> ({t("unread")})</span> : null}
                </span>
                <span className={classes.marks}>
                  {unread && document.arrivesAfterSeconds > 0 ? <span className={classes.mark} data-tone="new">{t("justArrived")}</span> : null}
                  {priority?.type === "prioritise" ? (
                    <span className={classes.mark}>{t("priorityMark", { urgency: t(`grade.${priority.urgency}`), importance: t(`grade.${priority.importance}`) })}</span>
                  ) : null}
                  {others > 0 ? (
                    <span className={classes.mark} data-tone="done">
                      <IconCheck size={14} stroke={2.4} aria-hidden />
                      {t("actions", { count: others })}
                    </span>
                  ) : null}
                  {filed ? (
                    <span className={classes.mark} data-tone="done">
                      <IconArchive size={14} stroke={2} aria-hidden />
                      {t("filed")}
                    </span>
                  ) : null}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
