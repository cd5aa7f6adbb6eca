import { type Permission, rolesMay } from "@kompeten/shared/contracts/permissions";
import type { ChangePasswordBody, SessionView, SignInBody } from "@kompeten/shared/contracts/session";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { forgetKept, withKept } from "../browser/kept-mark.ts";
import { apiDelete, apiGet, apiPost } from "./client.ts";
import { ApiProblem } from "./problem.ts";
import { sessionKey } from "./query-client.ts";

export type { SessionView };

/** How long whoever may go on without an answer waits for one. */
const keptPatienceMs = 5000;

/** Where nobody can be asked who is signed in, the browser that works on a running attempt may go on with it, on its page alone. */
async function keptSession(): Promise<SessionView | null> {
  const session = await withKept(async ({ keptAttempt }) => (await keptAttempt(window.location.pathname.split("/").at(-1) ?? ""))?.session ?? null);
  return session && Date.parse(session.expiresAt) > Date.now() ? session : null;
}

/** `null` means nobody is signed in, which is an answer and not an error. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    const kept = await keptSession();
    try {
      return await apiGet<SessionView>("/api/session", { signal: kept ? AbortSignal.any([signal, AbortSignal.timeout(keptPatienceMs)]) : signal });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        await forgetKept();
        return null;
      }
      const refused = error instanceof ApiProblem && error.status < 500;
      if (kept && !refused && !signal.aborted) return kept;
      throw error;
    }
  },
});

/** Given by the layouts behind the sign-in guard, so a page may take a session for granted until the router moves it. */
export const SessionContext = createContext<SessionView | null>(null);

export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession is for pages behind the sign-in guard");
  return session;
}

export function sessionMay(session: SessionView, permission: Permission): boolean {
  return rolesMay(session.roles, permission);
}

/** Someone whose only role here is to be assessed: they get the spacious layout. */
export function isOnlyCandidate(session: SessionView): boolean {
  return session.roles.every((role) => role === "candidate");
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ["sign-in"],
    mutationFn: async (body: SignInBody) => {
      const session = await apiPost<SessionView>("/api/session", body);
      await withKept((kept) => kept.forgetOthers(session.account.id));
      return session;
    },
    onSuccess: (session) => client.setQueryData(sessionKey, session),
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: async ({ everywhere }: { everywhere: boolean }) => {
      await apiDelete(everywhere ? "/api/sessions" : "/api/session");
      await forgetKept();
    },
  });
}

export function useSwitchAgency() {
  return useMutation({
    mutationFn: (agencyId: string) => apiPost<SessionView>("/api/session/agency", { agencyId }),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangePasswordBody) => apiPost<SessionView>("/api/session/password", body),
    onSuccess: (session) => client.setQueryData(sessionKey, session),
  });
}
