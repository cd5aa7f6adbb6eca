import { type Permission, rolesMay } from "@kompeten/shared/contracts/permissions";
import type { ChangePasswordBody, SessionView, SignInBody } from "@kompeten/shared/contracts/session";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { apiDelete, apiGet, apiPost } from "./client.ts";
import { ApiProblem } from "./problem.ts";
import { sessionKey } from "./query-client.ts";

export type { SessionView };

/** `null` means nobody is signed in, which is an answer and not an error. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      return await apiGet<SessionView>("/api/session", { signal });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
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
    mutationFn: (body: SignInBody) => apiPost<SessionView>("/api/session", body),
    onSuccess: (session) => client.setQueryData(sessionKey, session),
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: ({ everywhere }: { everywhere: boolean }) => apiDelete(everywhere ? "/api/sessions" : "/api/session"),
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
