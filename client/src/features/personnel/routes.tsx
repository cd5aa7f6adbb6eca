import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.personnel,
    staticData: { permission: "employee.read" },
    component: lazyPage("personnel", () => import("./personnel-page.tsx").then((file) => file.PersonnelPage)),
  }),
] as const;
