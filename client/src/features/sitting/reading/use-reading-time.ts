import { useEffect } from "react";
import { ReadingClock } from "./reading-clock.ts";
import { useAttempt } from "../session/use-attempt-session.ts";

const lookEveryMs = 1000;
/** Shorter is passing by. */
const worthTellingMs = 1000;
/** A long reading is told in parts, so that a page that dies takes little of it along. */
const partMs = 120_000;
const signsOfLife = ["keydown", "pointerdown", "pointermove", "scroll", "wheel", "touchstart"] as const;

/** Journals how long the document was really looked at, when it is left; null while nothing is being read. */
export function useReadingTime(documentId: string | null): void {
  const { session } = useAttempt();
  useEffect(() => {
    if (documentId === null) return;
    const clock = new ReadingClock(Date.now());
    const shown = () => document.visibilityState === "visible";
    const tell = () => {
      if (clock.totalMs >= worthTellingMs) session.do({ kind: "visit", itemId: documentId, readMs: clock.take() });
    };
    const look = () => {
      clock.tick(Date.now(), shown());
      if (clock.totalMs >= partMs) tell();
    };
    const alive = () => clock.alive(Date.now());
    const turned = () => {
      // What is counted up to here was seen; from here on it depends on which way the page was turned.
      clock.tick(Date.now(), !shown());
      alive();
      if (!shown()) tell();
    };
    const timer = setInterval(look, lookEveryMs);
    for (const sign of signsOfLife) document.addEventListener(sign, alive, { passive: true, capture: true });
    document.addEventListener("visibilitychange", turned);
    window.addEventListener("pagehide", tell);
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) document.removeEventListener(sign, alive, { capture: true });
      document.removeEventListener("visibilitychange", turned);
      window.removeEventListener("pagehide", tell);
      clock.tick(Date.now(), shown());
      tell();
    };
  }, [session, documentId]);
}
