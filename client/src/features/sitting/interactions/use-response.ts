import type { Response } from "@kompeten/shared/attempt";
import { useAttempt } from "../session/use-attempt-session.ts";

type Of<K extends Response["interaction"], R = Response> = R extends Response ? (K extends R["interaction"] ? R : never) : never;

/** The answer as it stands, and how to give another; null while there is none. */
export function useResponse<K extends Response["interaction"]>(itemId: string, interaction: K) {
  const { session, state } = useAttempt();
  const response = state.work.responses[itemId];
  const command = (next: Of<K>) => ({ kind: "respond", itemId, response: next as never }) as const;
  return {
    response: response?.interaction === interaction ? (response as unknown as Of<K>) : null,
    respond: (next: Of<K>) => session.do(command(next)),
    /** For what is still under way: kept at once, sent when it rests. */
    draft: (next: Of<K>) => session.draft(itemId, command(next)),
    flush: () => session.flush(itemId),
  };
}
