import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";
import { cyclePath, readView } from "./addresses.ts";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.talent,
    staticData: { permission: "talent.read" },
    component: lazyPage("talent", () => import("./talent-page.tsx").then((file) => file.TalentPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: cyclePath("$cycleId"),
    staticData: { permission: "talent.read" },
    validateSearch: readView,
    component: lazyPage("talent", () => import("./cycle-page.tsx").then((file) => file.CyclePage)),
  }),
] as const;
