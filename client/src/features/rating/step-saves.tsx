import type { ActionSave } from "@kompeten/shared/contracts/action-saves";
import type { InBasketWork, ReplayStep } from "@kompeten/shared/contracts/scoring";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { formatClock } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { MarkedWords } from "../../ui/text-history/marked-text.tsx";
import { useTranslation } from "../../words/use-translation.ts";
import { ActionContent } from "./desk-action.tsx";
import { actionSavesQuery } from "./queries.ts";
import classes from "./replay.module.css";
import { savesOfStep, writtenIn } from "./step-saves.rules.ts";

type Props = { attemptId: string; work: InBasketWork; saves: NonNullable<ReplayStep["saves"]> };

/** What an action was before a step and after it, and every save on the way, fetched when somebody asks. */
export function StepSaves({ attemptId, work, saves }: Props) {
  const { t } = useTranslation("rating");
  const { data, error, refetch } = useQuery(actionSavesQuery(attemptId, saves.actionId));
  if (error) return <ProblemNotice error={error} namespace="rating" onRetry={() => void refetch()} />;
  if (!data) return <Loading lines={4} />;
  const { before, within } = savesOfStep(data, saves);
  const after = within.at(-1);
  if (!after) return <p>{t("basket.step.none")}</p>;
  const marked = within.length > 1 || (before && writtenIn(before.content) !== writtenIn(after.content));
  return (
    <div className={classes.step}>
      <section>
        <h3>{t("basket.step.before")}</h3>
        {before ? <Saved save={before} work={work} /> : <p className={classes.dimmed}>{t("basket.step.notYet")}</p>}
      </section>
      <section>
        <h3>{t("basket.step.after")}</h3>
        <Saved save={after} earlier={before} work={work} />
      </section>
      {within.length > 1 ? (
        <details className={classes.saves}>
          <summary>{t("basket.step.saves", { count: within.length })}</summary>
          <ol>
            {within.map((save, index) => (
              <li key={save.seq}>
                <OneSave save={save} earlier={within[index - 1] ?? before} number={index + 1} work={work} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {marked ? <p className={classes.dimmed}>{t("basket.step.legend")}</p> : null}
    </div>
  );
}

type SavedProps = { save: ActionSave; earlier?: ActionSave | undefined; work: InBasketWork };

function OneSave({ number, ...saved }: SavedProps & { number: number }) {
  const { t } = useTranslation("rating");
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t("basket.step.save", { number, at: formatClock(saved.save.atSeconds) })}</summary>
      {opened ? <Saved {...saved} /> : null}
    </details>
  );
}

/** An action as one save left it, with what was written since the earlier one. */
function Saved({ save, earlier, work }: SavedProps) {
  const { t } = useTranslation("rating");
  return (
    <div className={classes.saved}>
      {save.withdrawn ? <p className={classes.dimmed}>{t("basket.step.withdrawn")}</p> : null}
      {earlier ? <ActionContent content={save.content} work={work} written={(text) => <MarkedWords earlier={writtenIn(earlier.content)} text={text} />} /> : <ActionContent content={save.content} work={work} />}
    </div>
  );
}
