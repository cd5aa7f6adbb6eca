import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.talent,
    staticData: { permission: "talent.read" },
    component: lazyPage("talent", () => import("./talent-page.tsx").then((file) => file.TalentPage)),
  }),
] as const;
