import type { Grade } from "@kompeten/shared/attempt";
import type { InBasketDocument, InBasketPaper } from "@kompeten/shared/paper";
import { IconArchive, IconCheck, IconMessages, IconPaperclip } from "@tabler/icons-react";
import { useTranslation } from "../../../words/use-translation.ts";
import { excerpt } from "../../../ui/block-text.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { actionsOn } from "./actions.rules.ts";
import { hourText, shortTime } from "./fictional-time.ts";
import classes from "./in-basket.module.css";
import { arrivedAt, bodyText, threadOf } from "./mail.rules.ts";

type Props = { paper: InBasketPaper; document: InBasketDocument; words: readonly string[]; current: boolean; onOpen: () => void };

/** One document in the list: whether it is read, what was done with it, and where a search found it. */
export function DocumentRow({ paper, document, words, current, onOpen }: Props) {
  const { t } = useTranslation("in-basket");
  const { work } = useAttempt().state;
  const unread = !work.visited.includes(document.id);
  const actions = actionsOn(work, document.id);
  const filed = actions.some((action) => action.content.type === "file");
  const others = actions.filter((action) => action.content.type !== "prioritise" && action.content.type !== "file").length;
  const priority = actions.find((action) => action.content.type === "prioritise")?.content;
  const grade = (chosen: Grade | null) => (chosen ? t(`grade.${chosen}`) : "–");
  const thread = threadOf(paper.documents, document.id).length;
  const came = arrivedAt(paper.scenario.now, document);
  const found = words.length > 0 ? excerpt(bodyText(document), words) : "";
  return (
    <li>
      <button type="button" className={classes.row} data-unread={unread || undefined} aria-current={current ? "true" : undefined} onClick={onOpen}>
        <span className={classes.rowTop}>
          <span className={classes.sender}>{document.from}</span>
          <span className={classes.sent}>
            {document.attachments.length > 0 ? <IconPaperclip size={15} stroke={1.8} role="img" aria-label={t("attachments", { count: document.attachments.length })} /> : null}
            {shortTime(document.sentAt)}
          </span>
        </span>
        <span className={classes.subject}>
          {document.subject}
          {unread ? <span className={classes.hidden}> ({t("unread")})</span> : null}
        </span>
        {found ? <span className={classes.found}>{found}</span> : null}
        <span className={classes.marks}>
          {came ? (
            <span className={classes.mark} data-tone={unread ? "new" : undefined}>
              {t("cameAt", { at: hourText(came) })}
            </span>
          ) : null}
          {thread > 1 ? (
            <span className={classes.mark}>
              <IconMessages size={14} stroke={1.8} aria-hidden />
              {t("threadMark", { count: thread })}
            </span>
          ) : null}
          {priority?.type === "prioritise" ? (
            <span className={classes.mark}>{t("priorityMark", { urgency: grade(priority.urgency), importance: grade(priority.importance) })}</span>
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
}
