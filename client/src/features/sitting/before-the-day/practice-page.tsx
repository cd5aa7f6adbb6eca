import type { PracticeView } from "@kompeten/shared/contracts/practice";
import { Button } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Suspense, useEffect, useState } from "react";
import { apiGet } from "../../../api/client.ts";
import { ApiProblem } from "../../../api/problem.ts";
import { PagePending } from "../../../app/layout/fallbacks.tsx";
import { ButtonLink } from "../../../app/link.tsx";
import { ProblemNotice } from "../../../app/problem-notice.tsx";
import { Loading } from "../../../ui/loading.tsx";
import { useTranslation } from "../../../words/use-translation.ts";
import { addresses } from "../addresses.ts";
import { BarePage } from "../bare-page.tsx";
import { durationText } from "../duration.ts";
import { memoryQueueStore } from "../queue/queue-store.ts";
import type { Place } from "../session/place.ts";
import { AttemptContext, useAttemptSession } from "../session/use-attempt-session.ts";
import { WorkFrame } from "../work/work-frame.tsx";
import lobbyClasses from "../lobby/lobby.module.css";
import { newId } from "../../../browser/new-id.ts";
import classes from "./before-the-day.module.css";
import { Part } from "./part.tsx";
import { PracticeLine } from "./practice-line.ts";

const practiceQuery = queryOptions({ queryKey: ["sitting", "practice"], queryFn: ({ signal }) => apiGet<PracticeView>("/api/practice", { signal }), staleTime: Number.POSITIVE_INFINITY, retry: false });

type Stage = { kind: "before" } | { kind: "running"; id: string } | { kind: "done" };

/** B4: the sitting's own player on a practice paper, marked on every page of it. */
export function PracticePage() {
  const { data, error, refetch } = useQuery(practiceQuery);
  const { t } = useTranslation("before-the-day");
  const { t: sitting } = useTranslation("sitting");
  const [stage, setStage] = useState<Stage>({ kind: "before" });
  const start = () => setStage({ kind: "running", id: newId() });
  if (data && stage.kind === "running") return <Practice key={stage.id} id={stage.id} practice={data} onDone={() => setStage({ kind: "done" })} />;
  return (
    <BarePage title={t("practice.title")} intro={t("practice.intro")} back={{ to: addresses.lobby, label: t("lobby") }}>
      {error instanceof ApiProblem && error.status === 404 ? <p>{t("practice.none")}</p> : error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={4} /> : null}
      {data && stage.kind === "done" ? <Done onAgain={start} /> : null}
      {data && stage.kind === "before" ? (
        <Part title={data.title}>
          <p>
            <strong>{t("practice.notice")}</strong>
          </p>
          <p className={classes.instructions}>{data.candidateInstructions}</p>
          <p>{t("practice.duration", { time: durationText(sitting, data.limitMs) })}</p>
          <Button size="lg" onClick={start}>
            {t("practice.start")}
          </Button>
        </Part>
      ) : null}
    </BarePage>
  );
}

function Practice({ id, practice, onDone }: { id: string; practice: PracticeView; onDone: () => void }) {
  const { t } = useTranslation("before-the-day");
  const [place] = useState(() => placeOf(practice));
  const here = useAttemptSession(id, place);
  const state = here.state.status?.state;
  useEffect(() => {
    if (state === "closed") onDone();
  }, [state, onDone]);
  return (
    <AttemptContext value={here}>
      <div className={classes.practice}>
        <p className={classes.mark} role="note">
          <strong>{t("practice.mark")}</strong>
          <ButtonLink to={addresses.deviceCheck} variant="default" size="sm" mih={44}>
            {t("practice.leave")}
          </ButtonLink>
        </p>
        <Suspense fallback={<PagePending />}>{state === "running" ? <WorkFrame /> : <PagePending />}</Suspense>
      </div>
    </AttemptContext>
  );
}

/** Its clock is the page's own; it is set back or forward by nobody. */
function placeOf(practice: PracticeView): Place {
  const nowMs = () => Math.round(performance.timeOrigin + performance.now());
  const seed = Math.floor(Math.random() * 2 ** 31);
  // "Persistent", because nothing of it is to last that could be lost.
  return { practice: true, store: async () => ({ ...memoryQueueStore(), persistent: true }), line: (attemptId, events) => new PracticeLine(practice, { attemptId, seed, nowMs }, events) };
}

function Done({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation("before-the-day");
  return (
    <Part title={t("practice.done")} replaces>
      <p>{t("practice.doneText")}</p>
      <div className={`${lobbyClasses.row} ${classes.after}`}>
        <Button size="md" onClick={onAgain}>
          {t("practice.again")}
        </Button>
        <ButtonLink to={addresses.lobby} variant="default" size="md" mih={44}>
          {t("lobby")}
        </ButtonLink>
      </div>
    </Part>
  );
}
