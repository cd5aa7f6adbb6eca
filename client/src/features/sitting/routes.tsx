import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { bareRoute } from "../../app/shell-routes.tsx";

export const routes = [
  createRoute({
    getParentRoute: () => bareRoute,
    path: paths.sitting,
    staticData: { permission: "attempt.own" },
    component: lazyPage("sitting", () => import("./sitting-page.tsx").then((file) => file.SittingPage)),
  }),
] as const;
