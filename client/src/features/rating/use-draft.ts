import type { RatingDesk, RatingSaved } from "@kompeten/shared/contracts/scoring";
import { useEffect, useState, useSyncExternalStore } from "react";
import { apiPut } from "../../api/client.ts";
import { ApiProblem } from "../../api/problem.ts";
import { DraftKeeper } from "./draft-keeper.ts";

const isConflict = (error: unknown) => error instanceof ApiProblem && error.status === 409;

/** The draft of one open desk. Leaving the page sends what is unsaved; closing the window asks first. */
export function useDraft(desk: RatingDesk) {
  const [keeper] = useState(() => new DraftKeeper(desk.sheet, (body) => apiPut<RatingSaved>(`/api/ratings/${desk.attemptId}`, body), { isConflict }));
  const { lines, save } = useSyncExternalStore(keeper.subscribe, keeper.current);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.unsaved) event.preventDefault();
    };
    const hidden = () => void (document.visibilityState === "hidden" && keeper.flush());
    window.addEventListener("beforeunload", warn);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("visibilitychange", hidden);
      void keeper.flush();
    };
  }, [keeper]);
  return { keeper, lines, save };
}
