import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";
import { boardPath, deskPath, formsPath } from "./addresses.ts";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.rating,
    staticData: { permission: "rating.own" },
    validateSearch: (search: Record<string, unknown>): { tab?: "integrasi" } => (search["tab"] === "integrasi" ? { tab: "integrasi" } : {}),
    component: lazyPage("rating", () => import("./rating-page.tsx").then((file) => file.RatingPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: boardPath("$enrolmentId"),
    staticData: { permission: "rating.integrate" },
    component: lazyPage("rating", () => import("./board-page.tsx").then((file) => file.BoardPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: formsPath("$enrolmentId"),
    staticData: { permission: "rating.own" },
    component: lazyPage("rating", () => import("./forms-page.tsx").then((file) => file.FormsPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: deskPath("$attemptId"),
    staticData: { permission: "rating.own" },
    component: lazyPage("rating", () => import("./desk-page.tsx").then((file) => file.DeskPage)),
  }),
] as const;
