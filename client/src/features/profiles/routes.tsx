import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.profiles,
    staticData: { permission: "result.read" },
    component: lazyPage("profiles", () => import("./profiles-page.tsx").then((file) => file.ProfilesPage)),
  }),
] as const;
