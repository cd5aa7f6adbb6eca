import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";
import { importPath, importSearch, photosPath, registerSearch } from "./addresses.ts";

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
  createRoute({
    getParentRoute: () => shellRoute,
    path: photosPath,
    staticData: { permission: "employee.import" },
    component: lazyPage("personnel", () => import("./photos-page.tsx").then((file) => file.PhotosPage)),
  }),
] as const;
