import { type RefObject, useEffect } from "react";
import { rangeOf, type Place } from "./text-place.ts";
import "./marked-places.css";

type Marked = Place & { colour: "yellow" | "green" | "pink" };

/** Marks places in an element in their colours, by the browser's own highlights; drawn anew at every change inside. */
export function useMarkedPlaces(root: RefObject<HTMLElement | null>, places: readonly Marked[]): void {
  const wanted = JSON.stringify(places.map(({ from, quote, colour }) => ({ from, quote, colour })));
  useEffect(() => {
    const element = root.current;
    if (!element || typeof CSS === "undefined" || !("highlights" in CSS)) return;
    const marked = JSON.parse(wanted) as Marked[];
    const draw = () => {
      for (const colour of ["yellow", "green", "pink"] as const) {
        const ranges = marked.filter((place) => place.colour === colour).flatMap((place) => rangeOf(element, place) ?? []);
        CSS.highlights.set(`k-mark-${colour}`, new Highlight(...ranges));
      }
    };
    draw();
    const watcher = new MutationObserver(draw);
    watcher.observe(element, { childList: true, characterData: true, subtree: true });
    return () => {
      watcher.disconnect();
      for (const colour of ["yellow", "green", "pink"]) CSS.highlights.delete(`k-mark-${colour}`);
    };
  }, [root, wanted]);
}
