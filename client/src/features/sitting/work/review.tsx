import type { FormPaper, Paper } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { IconArrowLeft, IconCheck, IconCircleDashed, IconFlag } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { incompleteActions } from "../in-basket/actions.rules.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { HandInDialog } from "./hand-in-dialog.tsx";
import { useGate } from "../sections/use-gate.ts";
import { tasksOf } from "./progress.rules.ts";
import classes from "./review.module.css";

type Props = { paper: Exclude<Paper, FormPaper>; onBack: () => void; onGo: (id: string) => void };

/** Before handing in: what is done, what is not, and whether all of it has reached the server. */
export default function Review({ paper, onBack, onGo }: Props) {
  const { t } = useTranslation(["sitting", "common", "work"]);
  const { state } = useAttempt();
  const [asking, setAsking] = useState(false);
  const gate = useGate();
  const { work, unsaved } = state;
  const tasks = tasksOf(paper, work);
  const open = tasks.filter((task) => !task.done);
  const sectionsLeft = paper.kind === "test" && gate.index !== null ? paper.sections.length - 1 - gate.index : 0;
  const flagged = tasks.filter((task) => task.flagged);
  const incomplete = paper.kind === "in-basket" ? incompleteActions(work) : [];
  const figures = [
    { term: t(`work:review.done.${paper.kind}`), value: tasks.length - open.length, of: tasks.length },
    { term: t(`work:review.open.${paper.kind}`), value: open.length },
    ...(paper.kind === "in-basket" ? [{ term: t("work:review.incomplete"), value: incomplete.length }] : [{ term: t("work:review.flagged"), value: flagged.length }]),
    { term: t("work:review.unsaved"), value: unsaved, bad: unsaved > 0 },
  ];
  return (
    <div className={classes.root}>
      <Button variant="subtle" leftSection={<IconArrowLeft size={18} stroke={1.7} />} onClick={onBack} mih={44}>
        {t("work:review.back")}
      </Button>
      <h2 className={classes.title}>{t("work:review.title")}</h2>
      <dl className={classes.figures}>
        {figures.map(({ term, value, of, bad }: { term: string; value: number; of?: number; bad?: boolean }) => (
          <div key={term} data-bad={bad || undefined}>
            <dt>{term}</dt>
            <dd>
              {value}
              {of === undefined ? null : <span> / {of}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {unsaved > 0 ? (
        <p className={classes.warning} role="status">
          {t(state.line === "offline" ? "work:review.unsavedOffline" : "work:review.unsavedText", { count: unsaved })}
        </p>
      ) : null}
      <h3 className={classes.subtitle}>{t(`work:review.list.${paper.kind}`)}</h3>
      <ul className={classes.tasks} data-kind={paper.kind}>
        {tasks.map((task) => (
          <li key={task.id}>
            <button type="button" className={classes.task} data-done={task.done || undefined} disabled={!gate.allows(task.id)} onClick={() => onGo(task.id)}>
              {task.done ? <IconCheck size={18} stroke={2} aria-hidden /> : <IconCircleDashed size={18} stroke={1.7} aria-hidden />}
              <span className={classes.taskLabel}>{task.label}</span>
              <span className={classes.taskState}>{t(task.done ? `work:review.state.done.${paper.kind}` : `work:review.state.open.${paper.kind}`)}</span>
              {task.flagged ? <IconFlag size={18} stroke={2} role="img" aria-label={t("work:review.state.flagged")} /> : null}
            </button>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button variant="default" size="md" onClick={onBack}>
          {t("work:review.continue")}
        </Button>
        <Button size="md" onClick={() => setAsking(true)}>
          {t("handIn.submit")}
        </Button>
      </div>
      <HandInDialog opened={asking} onClose={() => setAsking(false)} keepOn={t("work:review.continue")}>
        <p>{t("handIn.confirmText")}</p>
        {open.length > 0 ? <p>{t(`handIn.stillOpen.${paper.kind}`, { count: open.length })}</p> : null}
        {sectionsLeft > 0 ? <p className={classes.warning}>{t("handIn.sectionsLeft", { count: sectionsLeft })}</p> : null}
      </HandInDialog>
    </div>
  );
}
