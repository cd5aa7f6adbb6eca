import type { EditCommand, Refusal } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";

/** As it is kept here: each by itself, without what came before it; differences are made on the way out. */
export type WholeOperation = Exclude<Operation, { kind: EditCommand["kind"] }>;

/** What a caller asks for; the queue gives it its opId. */
export type Command = WholeOperation extends infer O ? (O extends WholeOperation ? Omit<O, "opId"> : never) : never;

/** One operation as this browser keeps it until the server has acknowledged it (J8). Plain data, so that it can be stored. */
export type QueuedOperation = {
  attemptId: string;
  /** Place in this attempt's queue; grows, with gaps. */
  order: number;
  opId: string;
  /** Under which epoch it was made (J5). */
  epoch: number;
  operation: WholeOperation;
  /** By this device's clock; shown to people, decides nothing (T2). */
  madeAtMs: number;
  /** The same by this page's idea of the server's time, where it had one: told to the server if the operation was held up (J7). */
  serverMadeAtMs: number | null;
  /** Set when the server will not have it and it is kept as evidence. */
  refusal: Refusal | null;
};

/** What the operation is about; a later one about the same subject may supersede an unsent text snapshot. */
export function subjectOf(operation: Command | WholeOperation): string | null {
  switch (operation.kind) {
    case "respond":
      return `item:${operation.itemId}`;
    case "act":
      return `action:${operation.action.actionId}`;
    default:
      return null;
  }
}

const textActions = new Set(["reply", "forward", "delegate", "schedule", "decide", "note", "ask", "escalate", "postpone", "link", "memo", "annotate"]);

const drawnOut = new Set(["extended-text", "text-entry", "rows", "slider"]);

/** Whether the operation is one state of a text or a slide that is still under way, of which only the last matters. */
export function isTextSnapshot(operation: Command | WholeOperation): boolean {
  if (operation.kind === "respond") return drawnOut.has(operation.response.interaction);
  return operation.kind === "act" && textActions.has(operation.action.type);
}
