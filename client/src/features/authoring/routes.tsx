import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";
import { instrumentPath } from "./addresses.ts";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.authoring,
    staticData: { permission: "instrument.read" },
    component: lazyPage("authoring", () => import("./authoring-page.tsx").then((file) => file.AuthoringPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: instrumentPath("$versionId"),
    staticData: { permission: "instrument.read" },
    component: lazyPage("authoring", () => import("./instrument-page.tsx").then((file) => file.InstrumentPage)),
  }),
] as const;
