import { lazy, Suspense } from "react";
import { patient } from "../../../ui/patient.ts";
import { words } from "../../../words/words.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import classes from "./work-frame.module.css";

const Troubles = lazy(patient(() => Promise.all([import("./troubles.tsx"), words.load("work")]).then(([part]) => part)));

/** Nothing when all is well, and then not loaded either. */
export function ConnectionTrouble() {
  const { line, outdated, restored, unsaved, messages, persistent, setAside, timeChangedMs, kept } = useAttempt().state;
  const isQuiet = line !== "signed-out" && line !== "outdated" && !outdated && !restored && (line !== "offline" || unsaved === 0) && persistent && timeChangedMs === 0;
  const isEmpty = messages.length + kept.length + setAside.quarantined + setAside.late + setAside.merged === 0;
  return (
    <div className={classes.notices}>
      {isQuiet && isEmpty ? null : (
        <Suspense fallback={null}>
          <Troubles />
        </Suspense>
      )}
    </div>
  );
}
