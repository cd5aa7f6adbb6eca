import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";
import { accountsSearch, auditSearch } from "./addresses.ts";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.accounts,
    staticData: { permission: "account.manage" },
    validateSearch: accountsSearch,
    component: lazyPage("administration", () => import("./accounts-page.tsx").then((file) => file.AccountsPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.audit,
    staticData: { permission: "audit.read" },
    validateSearch: auditSearch,
    component: lazyPage("administration", () => import("./audit-page.tsx").then((file) => file.AuditPage)),
  }),
] as const;
