import { isPassed, sectionEnd, sectionsAt } from "@kompeten/shared/attempt";
import { useAttempt } from "../session/use-attempt-session.ts";
import { useTicking } from "../use-now.ts";

/** What lies open now. `index`: the section that is open; null where all of them are. `over`: the time of the last one has run out. */
export type Gate = { index: number | null; over: boolean; allows: (itemId: string) => boolean };

/** T7: by the server's clock, which goes on while the line is down. */
export function useGate(): Gate {
  const { session, state } = useAttempt();
  const { sections, status, work } = state;
  // One number, so that it renders only when a section opens or the last one ends.
  const place = useTicking(() => {
    if (!sections) return null;
    const pausedSinceMs = status?.state === "running" ? status.pausedSinceMs : null;
    const nowMs = pausedSinceMs ?? session.clock.nowMs() ?? 0;
    const at = sectionsAt(sections, nowMs);
    const endMs = sectionEnd(at);
    return at.index + (endMs !== null && nowMs > endMs ? 0.5 : 0);
  });
  if (!sections || place === null) return { index: null, over: false, allows: () => true };
  const index = Math.floor(place);
  const over = place > index;
  const section = sections.plan[index];
  const allows = (itemId: string) => section !== undefined && !over && section.itemIds.includes(itemId) && !(section.forwardOnly && isPassed(section, work.visited, itemId));
  return { index, over, allows };
}
