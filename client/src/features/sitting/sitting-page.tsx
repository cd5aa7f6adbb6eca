import type { Refusal } from "@kompeten/shared/attempt";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { NotYours, PagePending } from "../../app/layout/fallbacks.tsx";
import { addresses } from "./addresses.ts";
import { BarePage } from "./bare-page.tsx";
import { WaitingRoom } from "./lobby/waiting-room.tsx";
import type { SessionState } from "./session/session-state.ts";
import { AttemptContext, useAttempt, useAttemptSession } from "./session/use-attempt-session.ts";
import { ConnectionTrouble } from "./work/connection-trouble.tsx";
import { WorkFrame } from "./work/work-frame.tsx";
import { patient } from "../../ui/patient.ts";
import { words } from "../../words/words.ts";

const withWords = <T,>(load: () => Promise<T>) => () => Promise.all([load(), words.load("work")]).then(([part]) => part);

// Not needed before the first question, so not waited for.
const Elsewhere = lazy(patient(withWords(() => import("./work/elsewhere.tsx"))));
const OtherDevice = lazy(patient(withWords(() => import("./work/other-device.tsx"))));
const BrowserNotAllowed = lazy(patient(() => Promise.all([import("./safe-browser/browser-not-allowed.tsx"), words.load("safe-browser")]).then(([part]) => part)));
const Leaving = lazy(patient(withWords(() => import("./work/leaving.tsx"))));
const FinishedPage = lazy(patient(withWords(() => import("./work/finished-page.tsx"))));

/** One attempt, whatever state it is in. Nothing of it is in the page's HTML: all comes from the server and the queue. */
export function SittingPage() {
  const { attemptId = "" } = useParams({ strict: false });
  return <OneAttempt key={attemptId} attemptId={attemptId} />;
}

function OneAttempt({ attemptId }: { attemptId: string }) {
  const here = useAttemptSession(attemptId);
  return (
    <AttemptContext value={here}>
      <Suspense fallback={<PagePending />}>{view(here.state)}</Suspense>
      {here.state.phase === "open" ? (
        <Suspense fallback={null}>
          <Leaving />
        </Suspense>
      ) : null}
    </AttemptContext>
  );
}

function view(state: SessionState) {
  if (state.phase === "elsewhere") return <Elsewhere />;
  if (state.phase === "other-device") return <OtherDevice />;
  if (state.phase === "refused" && state.refusal === "browser-not-allowed") return <BrowserNotAllowed />;
  if (state.phase === "refused") return state.refusal === "not-found" ? <NotYours /> : <Refused refusal={state.refusal ?? "malformed"} />;
  switch (state.status?.state) {
    case "waiting":
      return <WaitingRoom />;
    case "running":
      return <WorkFrame />;
    case "closed":
      return <FinishedPage />;
    case undefined:
      return <Opening />;
  }
}

function Opening() {
  const { t } = useTranslation("sitting");
  const { state } = useAttempt();
  const troubled = state.line === "offline" || state.line === "signed-out" || state.line === "outdated";
  if (!troubled) return <PagePending />;
  return (
    <BarePage title={t("opening.title")} back={{ to: addresses.lobby, label: t("toLobby") }}>
      <ConnectionTrouble />
    </BarePage>
  );
}

function Refused({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation("sitting");
  return (
    <BarePage title={t("opening.refused")} back={{ to: addresses.lobby, label: t("toLobby") }}>
      <p>{t(`refusal.${refusal}`)}</p>
    </BarePage>
  );
}
