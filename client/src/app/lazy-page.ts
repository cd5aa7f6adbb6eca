import { lazyRouteComponent } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { loadWords } from "./i18n/index.ts";
import type { Namespace } from "./i18n/resources.ts";

/**
 * A page that is fetched when its route is entered, together with its feature's words:
 * `component: lazyPage("planning", () => import("./planning-page.tsx").then((file) => file.PlanningPage))`.
 * lazyRouteComponent reloads once when the chunk is gone because a new version was deployed.
 */
export function lazyPage(namespace: Namespace, load: () => Promise<ComponentType>) {
  return lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), loadWords(namespace)]);
    return { default: page };
  });
}
