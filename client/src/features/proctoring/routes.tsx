import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.proctoring,
    // Read by the page itself, which comes later: this file weighs on a candidate's first question.
    validateSearch: (search: Record<string, unknown>) => search,
    staticData: { permission: "attempt.supervise" },
    component: lazyPage("proctoring", () => import("./proctoring-page.tsx").then((file) => file.ProctoringPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.roomTokens,
    validateSearch: (search: Record<string, unknown>) => search,
    staticData: { permission: "room.record" },
    component: lazyPage("proctoring", () => import("./tokens-page.tsx").then((file) => file.TokensPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.setAside,
    validateSearch: (search: Record<string, unknown>) => search,
    staticData: { permission: "attempt.merge" },
    component: lazyPage("merging", () => import("./merging/set-aside-page.tsx").then((file) => file.SetAsidePage)),
  }),
] as const;
