import { openQueueStore } from "../queue/indexed-queue-store.ts";
import type { QueueStore } from "../queue/queue-store.ts";
import { AttemptLine, type Line, type LineEvents } from "./attempt-line.ts";

/** Where operations are kept and sent; a practice (B4) keeps and sends them nowhere but within the page. */
export type Place = { practice: boolean; store: () => Promise<QueueStore>; line: (attemptId: string, events: LineEvents) => Line };

export const atServer: Place = { practice: false, store: openQueueStore, line: (attemptId, events) => new AttemptLine(attemptId, events) };
