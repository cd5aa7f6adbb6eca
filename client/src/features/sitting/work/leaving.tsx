import { Button, Group } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { Dialog } from "./dialog.tsx";
import { useSubjects } from "./use-subjects.ts";

const onItsWayMs = 2_000;

/**
 * Asks before a page is left on which something is unsaved, and names it. Of a closing tab the browser asks in its own words, as it shows none of
 * ours; whoever stays is told here what it was about.
 */
export default function Leaving() {
  const { t } = useTranslation(["sitting", "common", "work"]);
  const { state } = useAttempt();
  const [stayed, setStayed] = useState(false);
  const isUnsaved = state.unsaved > 0;
  const blocker = useBlocker({ shouldBlockFn: () => isUnsaved, enableBeforeUnload: () => isUnsaved, withResolver: true });
  const subjects = useSubjects();
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const asked = () => setStayed(true);
    window.addEventListener("beforeunload", asked);
    return () => window.removeEventListener("beforeunload", asked);
  }, [isUnsaved]);
  const isLeaving = blocker.status === "blocked";
  const askedMs = useRef(0);
  useEffect(() => {
    if (isLeaving) askedMs.current = performance.now();
  }, [isLeaving]);
  // What was only on its way has arrived: nothing is left to be asked. Later it would take people away from what they are reading.
  useEffect(() => {
    if (!isUnsaved && performance.now() - askedMs.current < onItsWayMs) blocker.proceed?.();
  }, [isUnsaved, blocker]);
  const close = () => {
    setStayed(false);
    blocker.reset?.();
  };
  const lines = [...new Set(state.waiting.map((operation) => [t(`work:kept.kind.${operation.kind}`), subjects(operation)].filter((part) => part !== "").join(" · ")))];
  return (
    <Dialog opened={isLeaving || stayed} onClose={close} title={t(isLeaving ? "work:leaving.title" : "work:leaving.stayed")}>
      {isUnsaved ? (
        <>
          <p>{t("work:leaving.unsaved", { count: state.unsaved })}</p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>
            {t(state.persistent ? "work:leaving.kept" : "work:leaving.lost")}
            {state.status?.state === "running" && !state.status.withoutLimit ? ` ${t("work:leaving.clock")}` : null}
          </p>
        </>
      ) : (
        <p role="status">{t("work:leaving.saved")}</p>
      )}
      <Group mt="md" gap="sm">
        <Button mih={44} onClick={close}>{t("work:leaving.stay")}</Button>
        {isLeaving ? (
          <Button mih={44} variant="default" onClick={() => blocker.proceed?.()}>
            {t("work:leaving.leave")}
          </Button>
        ) : null}
      </Group>
    </Dialog>
  );
}
