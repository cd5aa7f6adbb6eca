import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter } from "@tanstack/react-router";
import { routes as administration } from "../features/administration/routes.tsx";
import { routes as authoring } from "../features/authoring/routes.tsx";
import { routes as personnel } from "../features/personnel/routes.tsx";
import { routes as planning } from "../features/planning/routes.tsx";
import { routes as proctoring } from "../features/proctoring/routes.tsx";
import { routes as profiles } from "../features/profiles/routes.tsx";
import { routes as rating } from "../features/rating/routes.tsx";
import { routes as receipts } from "../features/receipts/routes.tsx";
import { ownRoutes, routes as signIn } from "../features/sign-in/routes.tsx";
import { routes as sitting } from "../features/sitting/routes.tsx";
import { routes as talent } from "../features/talent/routes.tsx";
import { Home } from "./home.tsx";
import { Failure, NotYours, PagePending } from "./layout/fallbacks.tsx";
import { paths } from "./paths.ts";
import { bareRoute, rootRoute, shellRoute } from "./shell-routes.tsx";

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.home,
  staticData: { permission: "session.own" },
  component: Home,
});

export const routeTree = rootRoute.addChildren([
  ...signIn,
  ...receipts,
  bareRoute.addChildren([...ownRoutes, ...sitting]),
  shellRoute.addChildren([
    homeRoute,
    ...planning,
    ...authoring,
    ...personnel,
    ...proctoring,
    ...rating,
    ...profiles,
    ...talent,
    ...administration,
  ]),
]);

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    // TanStack Query decides what is fresh; the router keeps no second cache.
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PagePending,
    defaultPendingMs: 300,
    defaultNotFoundComponent: NotYours,
    defaultErrorComponent: Failure,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
