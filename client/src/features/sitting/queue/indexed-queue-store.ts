import { type DBSchema, openDB } from "idb";
import type { QueuedOperation } from "./queued-operation.ts";
import { impatient, inOrder, memoryQueueStore, type QueueStore } from "./queue-store.ts";

interface Schema extends DBSchema {
  operations: { key: string; value: QueuedOperation; indexes: { attempt: string } };
}

const patienceMs = 3000;

/** IndexedDB where the browser has it and lets us; otherwise memory, which says of itself that it does not last. */
export async function openQueueStore(name = "kompeten-sitting"): Promise<QueueStore> {
  try {
    return impatient(await indexedQueueStore(name), patienceMs);
  } catch {
    return memoryQueueStore();
  }
}

async function indexedQueueStore(name: string): Promise<QueueStore> {
  const opening = openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore("operations", { keyPath: "opId" }).createIndex("attempt", "attemptId");
    },
  });
  // Some browsers in private mode neither open nor refuse.
  const database = await Promise.race([
    opening,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error("IndexedDB does not open")), patienceMs)),
  ]);
  return {
    persistent: true,
    list: async (attemptId) => inOrder(await database.getAllFromIndex("operations", "attempt", attemptId)),
    replace: async (put, remove) => {
      // J8: on disk, not only in a buffer, before anything is sent.
      const transaction = database.transaction("operations", "readwrite", { durability: "strict" });
      const writes: Promise<unknown>[] = [
        ...remove.map((opId) => transaction.store.delete(opId)),
        ...put.map((operation) => transaction.store.put(operation)),
      ];
      // Without waiting to hear of each: what a page writes as it goes away would be undone with it.
      transaction.commit();
      await Promise.all([...writes, transaction.done]);
    },
  };
}
