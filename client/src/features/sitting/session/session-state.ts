import { evolveWork, noWork, type Refusal, type Work, type WorkDraft } from "@kompeten/shared/attempt";
import type { Operation, Snapshot } from "@kompeten/shared/contracts/delivery";
import type { Paper } from "@kompeten/shared/paper";
import type { Command, QueuedOperation } from "../queue/queued-operation.ts";
import type { LineState } from "./attempt-line.ts";

/** What the page shows; a new object at every change. */
export type SessionState = {
  /** elsewhere: another tab of this browser works on it. refused: the server will not open it. */
  phase: "opening" | "elsewhere" | "open" | "refused";
  refusal: Refusal | null;
  status: Snapshot["status"] | null;
  title: string;
  kind: Paper["kind"] | null;
  /** Of the last journal entry this page knows of. */
  seq: number;
  /** What the server has, with what is still under way laid over it. */
  work: Work;
  paper: Paper | null;
  line: LineState;
  /** Drafts, and operations without an acknowledgement (J8). */
  unsaved: number;
  unsavedSinceMs: number | null;
  lastSavedAtMs: number | null;
  kept: readonly QueuedOperation[];
  persistent: boolean;
  outdated: boolean;
  /** The hand-in is under way. */
  submitting: boolean;
  /** Documents that have come in since the page was opened, newest last. */
  arrived: readonly string[];
};

export const firstState: SessionState = {
  phase: "opening",
  refusal: null,
  status: null,
  title: "",
  kind: null,
  seq: 0,
  work: noWork,
  paper: null,
  line: "connecting",
  unsaved: 0,
  unsavedSinceMs: null,
  lastSavedAtMs: null,
  kept: [],
  persistent: true,
  outdated: false,
  submitting: false,
  arrived: [],
};

/** The entry an operation becomes, as far as it is work (J1: the same fold as the server's). */
function draftOf(command: Command | Operation): WorkDraft | null {
  switch (command.kind) {
    case "respond":
      return { kind: "responded", body: { itemId: command.itemId, response: command.response } };
    case "flag":
      return { kind: "flagged", body: { itemId: command.itemId, flagged: command.flagged } };
    case "visit":
      return { kind: "visited", body: { itemId: command.itemId } };
    case "act":
      return { kind: "acted", body: { action: command.action } };
    default:
      return null;
  }
}

export function applied(work: Work, command: Command | Operation, atMs: number): Work {
  const draft = draftOf(command);
  return draft ? evolveWork(work, { ...draft, atMs }) : work;
}
