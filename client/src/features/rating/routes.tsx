import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.rating,
    staticData: { permission: "rating.own" },
    component: lazyPage("rating", () => import("./rating-page.tsx").then((file) => file.RatingPage)),
  }),
] as const;
