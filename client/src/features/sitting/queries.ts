import type { LobbySitting, LobbyView } from "@kompeten/shared/contracts/lobby";
import { queryOptions } from "@tanstack/react-query";
import { apiGet } from "../../api/client.ts";

/** With the moment of arrival, so that the page can go on counting by the server's time (T2) without asking again. */
export type Lobby = LobbyView & { receivedMs: number };

export const lobbyQuery = queryOptions({
  queryKey: ["sitting", "lobby"],
  staleTime: 5_000,
  queryFn: async ({ signal }): Promise<Lobby> => {
    const view = await apiGet<LobbyView>("/api/my-attempts", { signal });
    return { ...view, receivedMs: performance.now() };
  },
  // Of an assessment that has just been opened nothing is here until its attempts are ready, which takes moments.
  refetchInterval: ({ state }) => (state.data?.sittings.length === 0 ? 3_000 : 20_000),
});

export const serverNowOf = (lobby: Lobby): number => lobby.serverNowMs + performance.now() - lobby.receivedMs;

export function sittingOfAttempt(lobby: Lobby | undefined, attemptId: string): LobbySitting | undefined {
  return lobby?.sittings.find((sitting) => sitting.attempts.some((attempt) => attempt.attemptId === attemptId));
}
