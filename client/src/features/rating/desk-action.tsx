import type { Grade } from "@kompeten/shared/attempt";
import type { InBasketActionView, InBasketWork } from "@kompeten/shared/contracts/scoring";
import type { ReactNode } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { formatClock, formatStoryTime } from "../../ui/format.ts";
import classes from "./desk.module.css";

type Props = { action: InBasketActionView; work: InBasketWork; withDocument?: boolean };

/** One action with its place in the order and its time: both are evidence. */
export function DeskAction({ action, work, withDocument = false }: Props) {
  const { t } = useTranslation("rating");
  const document = work.documents.find((candidate) => candidate.id === action.documentId);
  return (
    <li className={classes.action} data-withdrawn={action.withdrawn || undefined}>
      <div className={classes.actionTime}>
        <strong>{t("basket.order", { order: action.order })}</strong>
        {formatClock(action.atSeconds)}
      </div>
      <div>
        <div className={classes.actionHead}>
          <strong>{t(`basket.type.${action.content.type}`)}</strong>
          {withDocument ? <span>{document ? `${document.id} · ${document.subject}` : t("basket.fromDesk")}</span> : null}
          {action.revisions > 0 ? <span className={classes.competencyCode}>{t("basket.revised", { count: action.revisions, at: formatClock(action.lastAtSeconds) })}</span> : null}
          {action.withdrawn ? <span className={classes.competencyCode}>{t("basket.withdrawn", { at: formatClock(action.lastAtSeconds) })}</span> : null}
        </div>
        <ActionContent content={action.content} work={work} />
      </div>
    </li>
  );
}

type ContentProps = {
  content: InBasketActionView["content"];
  work: InBasketWork;
  /** Shows what was written at length; plainly, if it is not said how. */
  written?: (text: string) => ReactNode;
};

export function ActionContent({ content, work, written = (text) => text }: ContentProps) {
  const { t } = useTranslation("rating");
  const person = (id: string) => {
    const known = work.organisationChart.find((candidate) => candidate.id === id);
    return known ? `${known.name} (${known.position})` : id;
  };
  const subject = (id: string) => `${id} · ${work.documents.find((candidate) => candidate.id === id)?.subject ?? ""}`;
  const line = (text: string) => <p className={classes.actionText}>{written(text)}</p>;
  const grade = (chosen: Grade | null) => (chosen ? t(`basket.grade.${chosen}`) : "–");
  const meta = (text: string) => <p className={classes.meta}>{text}</p>;
  switch (content.type) {
    case "reply":
    case "forward":
    case "ask":
    case "escalate":
      return (
        <>
          {meta(t("basket.to", { name: person(content.to) }))}
          {line(content.text)}
        </>
      );
    case "delegate":
      return (
        <>
          {meta([t("basket.to", { name: person(content.to) }), content.due ? t("basket.due", { due: formatStoryTime(content.due) }) : t("basket.noDue")].join(" · "))}
          {line(content.instruction)}
        </>
      );
    case "schedule":
      return (
        <>
          {meta([`${formatStoryTime(content.start)} – ${formatStoryTime(content.end)}`, content.place ?? ""].filter(Boolean).join(" · "))}
          {line(content.title)}
        </>
      );
    case "prioritise":
      return meta(t("basket.graded", { urgency: grade(content.urgency), importance: grade(content.importance) }));
    case "file":
      return content.reason ? line(content.reason) : meta(t("basket.noReason"));
    case "postpone":
      return (
        <>
          {meta(content.until ? t("basket.until", { until: formatStoryTime(content.until) }) : t("basket.untilNever"))}
          {line(content.reason)}
        </>
      );
    case "link":
      return (
        <>
          {meta(content.documents.map(subject).join("; "))}
          {line(content.note)}
        </>
      );
    case "todo":
      return (
        <>
          {meta(t(content.done ? "basket.todoDone" : "basket.todoOpen"))}
          {line(content.text)}
        </>
      );
    case "memo":
      return (
        <>
          <ol className={classes.memo}>
            {content.priorities.map(({ documentId, reason }) => (
              <li key={documentId}>
                <strong>{subject(documentId)}</strong>
                {reason ? `: ${reason}` : ""}
              </li>
            ))}
          </ol>
          {line(content.text)}
        </>
      );
    case "annotate":
      return line(content.quote);
    case "decide":
    case "note":
      return line(content.text);
  }
}
