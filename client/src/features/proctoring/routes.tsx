import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.proctoring,
    validateSearch: (search: Record<string, unknown>): { kegiatan?: string } => (typeof search.kegiatan === "string" ? { kegiatan: search.kegiatan } : {}),
    staticData: { permission: "attempt.supervise" },
    component: lazyPage("proctoring", () => import("./proctoring-page.tsx").then((file) => file.ProctoringPage)),
  }),
] as const;
