import type { TestPaper } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { IconCheck, IconCircleDashed, IconFlag } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { Dialog } from "../work/dialog.tsx";
import type { Task } from "../work/progress.rules.ts";
import classes from "./sections.module.css";
import type { Gate } from "./use-gate.ts";

type Props = { paper: TestPaper; index: number; tasks: readonly Task[]; gate: Gate; onGo: (id: string) => void; onBack: () => void };

/** Before a section is left for good: what is answered in it, and the word of the person. */
export default function SectionReview({ paper, index, tasks, gate, onGo, onBack }: Props) {
  const { t } = useTranslation("sections");
  const { session } = useAttempt();
  const [asking, setAsking] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const section = paper.sections[index];
  const next = paper.sections[index + 1];
  if (!section || !next) return null;
  const own = tasks.filter(({ id }) => section.items.some((item) => item.id === id));
  const open = own.filter(({ done }) => !done).length;
  function leave(sectionId: string) {
    setAsking(false);
    // What is being written belongs to the section that is left.
    session.flush();
    session.do({ kind: "open-section", sectionId });
  }
  return (
    <div className={classes.review}>
      <h2 ref={title} tabIndex={-1}>
        {t("review.title", { title: section.title })}
      </h2>
      <p>{t("review.answered", { done: own.length - open, total: own.length })}</p>
      <ul aria-label={t("review.list")}>
        {own.map((task) => (
          <li key={task.id}>
            <button type="button" disabled={!gate.allows(task.id)} onClick={() => onGo(task.id)}>
              {task.done ? <IconCheck size={18} stroke={2} aria-hidden /> : <IconCircleDashed size={18} stroke={1.7} aria-hidden />}
              <span className={classes.number}>{t("review.number", { number: task.label })}</span>
              <span className={classes.state}>
                {t(task.done ? "review.done" : "review.open")}
                {gate.allows(task.id) ? "" : `, ${t("review.passed")}`}
              </span>
              {task.flagged ? <IconFlag size={18} stroke={2} role="img" aria-label={t("review.flagged")} /> : null}
            </button>
          </li>
        ))}
      </ul>
      <p>{t("review.next", { title: next.title })}</p>
      <div className={classes.actions}>
        <Button variant="default" size="md" onClick={onBack}>
          {t("review.back")}
        </Button>
        <Button size="md" onClick={() => setAsking(true)}>
          {t("review.go")}
        </Button>
      </div>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t("confirm.title", { title: section.title })}>
        <p>{t(next.limitSeconds === undefined ? "confirm.textNoLimit" : "confirm.text", { next: next.title })}</p>
        {open > 0 ? <p>{t("confirm.unanswered", { count: open })}</p> : null}
        <div className={classes.actions}>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t("confirm.no")}
          </Button>
          <Button onClick={() => leave(next.id)}>{t("confirm.yes")}</Button>
        </div>
      </Dialog>
    </div>
  );
}
