import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";
import { profilePath } from "./addresses.ts";
import { readFilter } from "./filter.ts";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.profiles,
    staticData: { permission: "result.read" },
    validateSearch: readFilter,
    component: lazyPage("profiles", () => import("./profiles-page.tsx").then((file) => file.ProfilesPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: profilePath("$resultId"),
    staticData: { permission: "result.read" },
    component: lazyPage("profiles", () => import("./profile-page.tsx").then((file) => file.ProfilePage)),
  }),
] as const;
