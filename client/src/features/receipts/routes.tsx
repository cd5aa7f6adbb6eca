import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { rootRoute } from "../../app/shell-routes.tsx";

/** Under the root, before any guard: whoever holds a receipt may check it. */
export const routes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: paths.verification,
    component: lazyPage("receipts", () => import("./verify-page.tsx").then((file) => file.VerifyPage)),
  }),
] as const;
