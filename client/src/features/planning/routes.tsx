import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { shellRoute } from "../../app/shell-routes.tsx";
import { assessmentPath, newAssessmentPath } from "./addresses.ts";

type Search = Record<string, unknown>;
/** Only the words that are ours; whether one names a step or part is decided by the page. */
const word = (search: Search, name: string) => (typeof search[name] === "string" ? { [name]: search[name] } : {});

export const routes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: paths.planning,
    staticData: { permission: "assessment.read" },
    validateSearch: (search: Search): { status?: string } => word(search, "status"),
    component: lazyPage("planning", () => import("./planning-page.tsx").then((file) => file.PlanningPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: newAssessmentPath,
    staticData: { permission: "assessment.plan" },
    component: lazyPage("planning", () => import("./new-assessment-page.tsx").then((file) => file.NewAssessmentPage)),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: assessmentPath("$assessmentId"),
    staticData: { permission: "assessment.read" },
    validateSearch: (search: Search): { langkah?: string; bagian?: string } => ({ ...word(search, "langkah"), ...word(search, "bagian") }),
    component: lazyPage("planning", () => import("./assessment-page.tsx").then((file) => file.AssessmentPage)),
  }),
] as const;
