import { lazyRouteComponent } from "@tanstack/react-router";
import type { ComponentType } from "react";
import type { Namespace } from "../words/types.ts";
import { words } from "../words/words.ts";

/**
 * A page that is fetched when its route is entered, together with its feature's words:
 * `component: lazyPage("planning", () => import("./planning-page.tsx").then((file) => file.PlanningPage))`.
 * lazyRouteComponent reloads once when the chunk is gone because a new version was deployed.
 */
export function lazyPage(namespace: Namespace, load: () => Promise<ComponentType>) {
  return lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), words.load(namespace)]);
    return { default: page };
  });
}
