import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.authoring,
    staticData: { permission: "instrument.read" },
    component: lazyPage("authoring", () => import("./authoring-page.tsx").then((file) => file.AuthoringPage)),
  }),
] as const;
