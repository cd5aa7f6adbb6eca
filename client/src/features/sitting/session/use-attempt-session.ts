import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { useSession } from "../../../api/session.ts";
import { AttemptSession } from "./attempt-session.ts";
import type { Place } from "./place.ts";
import type { SessionState } from "./session-state.ts";

export type AttemptHere = { session: AttemptSession; state: SessionState };

/** The attempt of this tab, opened while the component is there. Give the component the attempt's id as its key. */
export function useAttemptSession(attemptId: string, place?: Place): AttemptHere {
  const viewer = useSession();
  const [session] = useState(() => new AttemptSession(attemptId, place, viewer));
  useEffect(() => {
    session.start();
    return () => session.stop();
  }, [session]);
  const state = useSyncExternalStore(session.subscribe, session.getState);
  return { session, state };
}

export const AttemptContext = createContext<AttemptHere | null>(null);

export function useAttempt(): AttemptHere {
  const here = useContext(AttemptContext);
  if (!here) throw new Error("useAttempt is for what stands inside the sitting page");
  return here;
}
