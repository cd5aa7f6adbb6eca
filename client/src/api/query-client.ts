import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./problem.ts";

export const sessionKey = ["session"] as const;

/** A refusal stays a refusal however often it is asked; only silence and outages are worth another try. */
function worthRetrying(failures: number, error: Error): boolean {
  const refused = error instanceof ApiProblem && error.status < 500;
  return !refused && failures < 2;
}

/** @param onSignedOut called when any answer says that the session has ended; the router then leads to the sign-in page. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (!(error instanceof ApiProblem) || error.status !== 401) return;
    client.setQueryData(sessionKey, null);
    onSignedOut();
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        // Signing in is refused with 401 as well, and there is no session to end.
        if (mutation.options.mutationKey?.[0] !== "sign-in") onError(error);
      },
    }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: worthRetrying },
      mutations: { retry: false },
    },
  });
  return client;
}
