import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { bareRoute } from "../../app/shell-routes.tsx";

/** All without the staff's or the candidate's layout: what a candidate downloads before the first question is counted. */
const permission = "attempt.own";

export const routes = [
  createRoute({
    getParentRoute: () => bareRoute,
    path: paths.sitting,
    staticData: { permission },
    component: lazyPage("sitting", () => import("./lobby/lobby-page.tsx").then((file) => file.LobbyPage)),
  }),
  createRoute({
    getParentRoute: () => bareRoute,
    path: `${paths.sitting}/sesi/$sittingId/pemberitahuan`,
    staticData: { permission },
    component: lazyPage("sitting", () => import("./lobby/notice-page.tsx").then((file) => file.NoticePage)),
  }),
  createRoute({
    getParentRoute: () => bareRoute,
    path: paths.deviceCheck,
    staticData: { permission },
    component: lazyPage("before-the-day", () => import("./before-the-day/device-check-page.tsx").then((file) => file.DeviceCheckPage)),
  }),
  createRoute({
    getParentRoute: () => bareRoute,
    path: paths.practice,
    staticData: { permission },
    component: lazyPage("before-the-day", () => import("./before-the-day/practice-page.tsx").then((file) => file.PracticePage)),
  }),
  createRoute({
    getParentRoute: () => bareRoute,
    path: `${paths.sitting}/$attemptId`,
    staticData: { permission },
    component: lazyPage("sitting", () => import("./sitting-page.tsx").then((file) => file.SittingPage)),
  }),
] as const;
