/**
 * What a browser keeps of a running attempt, so that its page can be loaded anew without a line (ADR 0012): who works on it, what
 * the server has, and the paper. Bound to account and attempt; gone at the end, at signing out, and when somebody else signs in.
 * In a database of its own: the queue's holds what nobody may delete.
 */
import type { PaperView, Snapshot } from "@kompeten/shared/contracts/delivery";
import type { SessionView } from "@kompeten/shared/contracts/session";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** The server's time and this device's clock at the same moment. */
export type ClockPair = { serverNowMs: number; deviceNowMs: number };
export type KeptState = { session: SessionView; snapshot: Snapshot; clock: ClockPair };
export type KeptPaper = Pick<PaperView, "paper" | "emergency">;
export type KeptAttempt = KeptState & { paper: KeptPaper | null };

interface Schema extends DBSchema {
  states: { key: string; value: KeptState };
  papers: { key: string; value: KeptPaper };
}

const stores = ["states", "papers"] as const;
let opening: Promise<IDBPDatabase<Schema>> | null = null;

function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>("kompeten-kept", 1, {
    upgrade(made) {
      for (const store of stores) made.createObjectStore(store);
    },
  });
  return opening;
}

export async function keepState(attemptId: string, state: KeptState): Promise<void> {
  await (await database()).put("states", state, attemptId);
}

export async function keepPaper(attemptId: string, paper: KeptPaper): Promise<void> {
  await (await database()).put("papers", paper, attemptId);
}

export async function keptAttempt(attemptId: string): Promise<KeptAttempt | null> {
  const transaction = (await database()).transaction(stores);
  const [state, paper] = await Promise.all([transaction.objectStore("states").get(attemptId), transaction.objectStore("papers").get(attemptId)]);
  return state ? { ...state, paper: paper ?? null } : null;
}

/** Of all attempts but those that are named. */
export async function forgetAllBut(attemptIds: readonly string[]): Promise<void> {
  const transaction = (await database()).transaction(stores, "readwrite");
  for (const store of stores) {
    const keys = await transaction.objectStore(store).getAllKeys();
    await Promise.all(keys.filter((key) => !attemptIds.includes(key)).map((key) => transaction.objectStore(store).delete(key)));
  }
  await transaction.done;
}

export async function forgetAttempt(attemptId: string): Promise<void> {
  const transaction = (await database()).transaction(stores, "readwrite");
  await Promise.all([...stores.map((store) => transaction.objectStore(store).delete(attemptId)), transaction.done]);
}

/** What is kept of other people's attempts. */
export async function forgetOthers(accountId: string): Promise<void> {
  const states = await database().then((open) => Promise.all([open.getAllKeys("states"), open.getAll("states")]));
  await forgetAllBut(states[0].filter((_, index) => states[1][index]?.session.account.id === accountId));
}
