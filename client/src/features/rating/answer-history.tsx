import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { formatClock } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { useTranslation } from "../../words/use-translation.ts";
import { words } from "../../words/words.ts";
import classes from "./desk.module.css";
import { textHistoryQuery } from "./queries.ts";

const TextHistory = lazy(() => Promise.all([import("../../ui/text-history/text-history.tsx"), words.load("text-history")]).then(([{ TextHistory: shown }]) => ({ default: shown })));

/** How an answer came to be, fetched when somebody asks. */
export function AnswerHistory({ attemptId, questionId }: { attemptId: string; questionId: string }) {
  const { t } = useTranslation("rating");
  const [opened, setOpened] = useState(false);
  const history = useQuery({ ...textHistoryQuery(attemptId, questionId), enabled: opened });
  return (
    <details className={classes.minor} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t("case.growth")}</summary>
      {history.error ? <ProblemNotice error={history.error} onRetry={() => void history.refetch()} /> : null}
      {opened && !history.error ? (
        <Suspense fallback={<Loading lines={2} />}>
          {history.data ? <TextHistory revisions={history.data.revisions} timeOf={(atMs) => formatClock((atMs - history.data.startedAtMs) / 1000)} /> : <Loading lines={2} />}
        </Suspense>
      ) : null}
    </details>
  );
}
