import { Button } from "@mantine/core";
import { IconChecklist } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { words } from "../../../words/words.ts";
import { SchemeSwitch } from "../../../app/layout/scheme-switch.tsx";
import { ProblemNotice } from "../../../app/problem-notice.tsx";
import { Boundary } from "../../../ui/boundary.tsx";
import { Loading } from "../../../ui/loading.tsx";
import { ReadingButton } from "../comforts/reading-button.tsx";
import { useReadingSettings } from "../comforts/reading-settings.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { TestPlayer } from "../test/test-player.tsx";
import { ClockFace, useSecondsLeft } from "./clock-face.tsx";
import { ConnectionTrouble } from "./connection-trouble.tsx";
import { SaveIndicator } from "./save-indicator.tsx";
import { useTextSize } from "./text-size.ts";
import classes from "./work-frame.module.css";
import { patient, patiently } from "../../../ui/patient.ts";

const warmUpAfterMs = 300;

// Each instrument has its own player; the test's comes along, as most candidates begin with one. The others bring their words.
const InBasketPlayer = lazy(patient(() => Promise.all([import("../in-basket/in-basket-player.tsx"), words.load("in-basket")]).then(([player]) => player)));
const CasePlayer = lazy(patient(() => Promise.all([import("../case/case-player.tsx"), words.load("case")]).then(([player]) => player)));
const loadForm = () => words.load("form");
const FormPlayer = lazy(patient(() => Promise.all([import("../form/form-player.tsx"), loadForm(), words.load("interactions")]).then(([player]) => player)));
const FormReview = lazy(patient(() => Promise.all([import("../form/form-review.tsx"), loadForm(), words.load("work")]).then(([part]) => part)));
const UntilWhen = lazy(patient(() => Promise.all([import("../form/until-when.tsx"), loadForm()]).then(([part]) => part)));
const Review = lazy(patient(() => Promise.all([import("./review.tsx"), words.load("work")]).then(([part]) => part)));

/** The whole screen for one task; clock and save state always in the same place. */
export function WorkFrame() {
  const { t } = useTranslation(["sitting", "common"]);
  const { state, session } = useAttempt();
  const size = useTextSize();
  const reading = useReadingSettings();
  const [reviewing, setReviewing] = useState(false);
  // Where to go from the review; counted, so that going to the same place twice goes there twice.
  const [place, setPlace] = useState<{ id: string | null; visit: number }>({ id: null, visit: 0 });
  const seconds = useSecondsLeft();
  const over = seconds !== null && seconds <= 0;
  const paused = state.status?.state === "running" && state.status.pausedSinceMs !== null;
  const withoutLimit = state.status?.state === "running" && state.status.withoutLimit;
  const closing = over || state.submitting;
  const { paper } = state;
  useEffect(() => {
    if (!paper) return undefined;
    const timer = setTimeout(() => void patiently(() => import("./warm-up.ts")).then(({ warmUp }) => warmUp(paper)), warmUpAfterMs);
    return () => clearTimeout(timer);
  }, [paper]);

  function review() {
    session.flush();
    setReviewing(true);
  }
  function go(id: string) {
    setPlace(({ visit }) => ({ id, visit: visit + 1 }));
    setReviewing(false);
  }
  return (
    <div className={classes.frame} data-spacing={reading.settings.spacing} data-contrast={reading.settings.contrast} style={{ fontSize: `${size.px / 16}rem` }}>
      <title>{`${state.title} · ${t("common:product")}`}</title>
      <header className={classes.bar} data-no-clock={withoutLimit || undefined}>
        <h1 className={classes.title}>{state.title}</h1>
        <SaveIndicator working={!over} />
        {withoutLimit ? null : <ClockFace />}
        <div className={classes.tools}>
          <ReadingButton settings={reading.settings} onChange={reading.change} size={size} />
          <SchemeSwitch />
          <Button className={classes.handIn ?? ""} data-reviewing={reviewing || undefined} variant={reviewing ? "light" : "filled"} disabled={closing || reviewing} leftSection={<IconChecklist size={18} stroke={1.7} />} onClick={review}>
            <span className={classes.long}>{t("handIn.open")}</span>
            <span className={classes.short}>{t("handIn.review")}</span>
          </Button>
        </div>
        {withoutLimit ? (
          <Suspense fallback={<div className={classes.until} />}>
            <UntilWhen className={classes.until} />
          </Suspense>
        ) : null}
      </header>
      <ConnectionTrouble />
      {paused ? <Veil title={t("paused.title")} text={t("paused.text")} /> : null}
      {over ? <Veil title={t("timeUp.title")} text={t(state.unsaved > 0 ? "timeUp.unsaved" : "timeUp.text", { count: state.unsaved })} /> : null}
      {state.submitting && !over ? <Veil title={t("handIn.sendingTitle")} text={t("handIn.sendingText", { count: state.unsaved })} /> : null}
      <main className={classes.main} data-veiled={paused || closing || undefined}>
        <div className={classes.work} inert={paused || closing || state.phase !== "open"}>
          <Boundary fallback={(error) => <ProblemNotice error={error} onRetry={() => window.location.reload()} />}>
            <Suspense fallback={<Waiting />}>
              {reviewing && paper ? paper.kind === "form" ? <FormReview paper={paper} onBack={() => setReviewing(false)} onGo={go} /> : <Review paper={paper} onBack={() => setReviewing(false)} onGo={go} /> : null}
              {/* Kept while the review is open, with whatever was being written. */}
              <div className={classes.player} hidden={reviewing}>
                <Player key={place.visit} place={place.id} readAloud={reading.settings.readAloud} onReview={review} />
              </div>
            </Suspense>
          </Boundary>
        </div>
      </main>
    </div>
  );
}

function Player({ place, readAloud, onReview }: { place: string | null; readAloud: boolean; onReview: () => void }) {
  const { paper } = useAttempt().state;
  switch (paper?.kind) {
    case "test":
      return <TestPlayer paper={paper} place={place} readAloud={readAloud} />;
    case "in-basket":
      return <InBasketPlayer paper={paper} place={place} />;
    case "case":
      return <CasePlayer paper={paper} place={place} />;
    case "form":
      return <FormPlayer paper={paper} place={place} onReview={onReview} />;
    case undefined:
      return <Waiting />;
  }
}

function Waiting() {
  return (
    <div className={classes.waiting}>
      <Loading lines={5} height={56} />
    </div>
  );
}

/** Said over the work, which stays where it is and cannot be touched. */
function Veil({ title, text }: { title: string; text: string }) {
  return (
    <div className={classes.veil} role="alert">
      <strong>{title}</strong>
      <span>{text}</span>
    </div>
  );
}
