import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.planning,
    staticData: { permission: "assessment.read" },
    component: lazyPage("planning", () => import("./planning-page.tsx").then((file) => file.PlanningPage)),
  }),
] as const;
