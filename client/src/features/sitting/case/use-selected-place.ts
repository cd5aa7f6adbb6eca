import { type RefObject, useEffect, useRef } from "react";
import { type Place, selectedPlace } from "../../../ui/text-place.ts";

/** A finger that presses a button takes the selection away before the button hears of it. */
const rememberedMs = 1_500;

/** Asks what is selected in the element, or was until a moment ago. */
export function useSelectedPlace(root: RefObject<HTMLElement | null>): () => Place | null {
  const last = useRef<{ place: Place; untilMs: number } | null>(null);
  useEffect(() => {
    const look = () => {
      const place = root.current && selectedPlace(root.current);
      if (place) last.current = { place, untilMs: Number.POSITIVE_INFINITY };
      else if (last.current?.untilMs === Number.POSITIVE_INFINITY) last.current.untilMs = Date.now() + rememberedMs;
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [root]);
  return () => {
    const place = (root.current && selectedPlace(root.current)) ?? (last.current && Date.now() < last.current.untilMs ? last.current.place : null);
    last.current = null;
    return place;
  };
}
