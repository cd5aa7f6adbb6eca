import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";
import { importPath, importSearch, registerSearch } from "./addresses.ts";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.personnel,
    staticData: { permission: "employee.read" },
    validateSearch: registerSearch,
    component: lazyPage("personnel", () => import("./personnel-page.tsx").then((file) => file.PersonnelPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: importPath,
    staticData: { permission: "employee.import" },
    validateSearch: importSearch,
    component: lazyPage("personnel", () => import("./import-page.tsx").then((file) => file.ImportPage)),
  }),
] as const;
