import type { Permission } from "@kompeten/shared/contracts/permissions";
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, redirect } from "@tanstack/react-router";
import { sessionQuery } from "../api/session.ts";
import { Bare } from "./layout/bare.tsx";
import { Shell } from "./layout/shell.tsx";
import { paths } from "./paths.ts";

/*
 * The routes every feature hangs its own under. They are apart from router.tsx, which imports the features, so that the
 * imports make no circle.
 */
export type RouterContext = { queryClient: QueryClient };

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** Who may open this route and everything below it; the layout shows a calm "not yours" page to others. */
    permission?: Permission;
  }
}

export const rootRoute = createRootRouteWithContext<RouterContext>()();

async function requireSession(queryClient: QueryClient, href: string) {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: paths.signIn, search: href === paths.home ? {} : { kembali: href } });
  // Until a one-time password is changed the server answers nothing else, so no other page would work.
  if (session.account.mustChangePassword && !href.startsWith(paths.password)) throw redirect({ to: paths.password });
  return { session };
}

/** Pages within a layout: navigation for staff, a top bar only for someone who is just a candidate. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "shell",
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
  component: Shell,
});

/** Pages that own the whole screen, such as the sitting. The layout is nothing but the guard, to stay light. */
export const bareRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "bare",
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
  component: Bare,
});
