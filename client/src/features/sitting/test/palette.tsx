import type { TestPaper } from "@kompeten/shared/paper";
import { IconCheck, IconFlagFilled } from "@tabler/icons-react";
import { useTranslation } from "../../../words/use-translation.ts";
import type { Task } from "../work/progress.rules.ts";
import classes from "./palette.module.css";
import type { ItemKeys } from "./use-item-keys.ts";

type Props = { paper: TestPaper; tasks: Task[]; current: string; allows: (id: string) => boolean; onGo: (id: string) => void; keys: ItemKeys };

/** All items at a glance: answered has a tick, flagged a flag, unseen a dashed edge; colour only repeats it. */
export function Palette({ paper, tasks, current, allows, onGo, keys }: Props) {
  const { t } = useTranslation("sitting");
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const done = tasks.filter((task) => task.done).length;
  const unseen = tasks.filter((task) => !task.seen && !task.done).length;
  const flagged = tasks.filter((task) => task.flagged).length;
  const words = (task: Task) =>
    [t("test.number", { number: task.label }), t(task.done ? "test.state.done" : task.seen ? "test.state.open" : "test.state.unseen"), task.flagged ? t("test.state.flagged") : ""].filter(Boolean).join(", ");
  return (
    <div className={classes.root}>
      <p className={classes.progress}>{t("test.progress", { done, total: tasks.length })}</p>
      {paper.sections.map((section) => (
        <section key={section.id}>
          {paper.sections.length > 1 ? <h3 className={classes.section}>{section.title}</h3> : null}
          <ol className={classes.grid}>
            {section.items.map((item) => {
              const task = byId.get(item.id);
              if (!task) return null;
              return (
                <li key={item.id}>
                  <button
                    type="button"
                    className={classes.cell}
                    data-done={task.done || undefined}
                    data-unseen={(!task.seen && !task.done) || undefined}
                    aria-current={item.id === current ? "true" : undefined}
                    aria-label={words(task)}
                    disabled={!allows(item.id) && item.id !== current}
                    onClick={() => onGo(item.id)}
                  >
                    {task.label}
                    {task.done ? <IconCheck className={classes.tick} size={13} stroke={3} aria-hidden /> : null}
                    {task.flagged ? <IconFlagFilled className={classes.flag} size={13} aria-hidden /> : null}
                  </button>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
      <ul className={classes.key} aria-label={t("test.legend")}>
        <li>
          <span aria-hidden className={classes.cell} data-done>
            <IconCheck className={classes.tick} size={11} stroke={3} />
          </span>
          {t("test.state.done")} · {done}
        </li>
        <li>
          <span aria-hidden className={classes.cell} data-unseen />
          {t("test.state.unseen")} · {unseen}
        </li>
        <li>
          <span aria-hidden className={classes.cell}>
            <IconFlagFilled className={classes.flag} size={11} />
          </span>
          {t("test.state.flagged")} · {flagged}
        </li>
      </ul>
      <label className={classes.keys}>
        <input type="checkbox" checked={keys.enabled} onChange={keys.toggle} />
        <span>
          {t("test.keys")}
          <small>{t("test.keysHelp")}</small>
        </span>
      </label>
    </div>
  );
}
