import { Button } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { words } from "../../../words/words.ts";
import { paths } from "../../../app/paths.ts";
import { durationText } from "../duration.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { EmergencyNotice, ProctorMessages } from "./lazy-parts.ts";
import { Notice } from "./notice.tsx";
import { patient } from "../../../ui/patient.ts";

const KeptNotices = lazy(patient(() => Promise.all([import("./kept-notices.tsx"), words.load("work")]).then(([part]) => part)));

/** What the person should know or do about the line, in full sentences; says what is kept. */
export default function Troubles() {
  const { t } = useTranslation(["sitting", "work", "common"]);
  const { state, session } = useAttempt();
  const { setAside } = state;
  const count = state.unsaved;
  const withoutLimit = state.kind === "form";
  const signIn = `${paths.signIn}?kembali=${encodeURIComponent(window.location.pathname)}`;
  return (
    <>
      {state.line === "signed-out" ? (
        <Notice tone="bad" text={t("work:trouble.signedOut", { count })}>
          {/* In a new tab: this page and what it still holds stay as they are. */}
          <Button component="a" href={signIn} target="_blank" rel="opener" variant="default">
            {t("work:trouble.signIn")}
          </Button>
          <Button variant="default" onClick={() => session.retryLine()}>
            {t("work:trouble.signedIn")}
          </Button>
        </Notice>
      ) : null}
      {state.outdated || state.line === "outdated" ? (
        <Notice tone="bad" text={t("work:trouble.outdated", { count })}>
          <Button variant="default" onClick={() => window.location.reload()}>
            {t("common:action.reload")}
          </Button>
        </Notice>
      ) : null}
      {state.restored ? <Notice text={`${t("work:trouble.restored")}${withoutLimit ? "" : ` ${t("work:trouble.estimate")}`}`} /> : null}
      {state.line === "offline" && state.unsaved > 0 ? (
        <Suspense fallback={null}>
          <EmergencyNotice />
        </Suspense>
      ) : null}
      {state.messages.length > 0 ? (
        <Suspense fallback={null}>
          <ProctorMessages />
        </Suspense>
      ) : null}
      {state.persistent ? null : <Notice text={t("work:trouble.notPersistent")} />}
      {setAside.quarantined + setAside.late + setAside.merged + state.kept.length > 0 ? (
        <Suspense fallback={null}>
          <KeptNotices />
        </Suspense>
      ) : null}
      {state.timeChangedMs === 0 ? null : (
        <Notice tone="good" text={t(state.timeChangedMs > 0 ? "work:trouble.timeAdded" : "work:trouble.timeTaken", { time: durationText(t, Math.abs(state.timeChangedMs)) })}>
          <Button variant="default" onClick={() => session.timeSeen()}>
            {t("common:action.close")}
          </Button>
        </Notice>
      )}
    </>
  );
}
