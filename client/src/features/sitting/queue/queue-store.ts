import type { QueuedOperation } from "./queued-operation.ts";

/** Where operations wait until they are acknowledged. Each call is one transaction. */
export interface QueueStore {
  /** Whether what is written survives a reload. */
  readonly persistent: boolean;
  /** Of one attempt, in order. */
  list(attemptId: string): Promise<QueuedOperation[]>;
  /** Writes `put` and removes `remove`, both or neither. */
  replace(put: readonly QueuedOperation[], remove: readonly string[]): Promise<void>;
}

export function inOrder(operations: QueuedOperation[]): QueuedOperation[] {
  // Two tabs without locks may give the same place; opIds are ordered by time.
  return operations.sort((a, b) => a.order - b.order || (a.opId < b.opId ? -1 : 1));
}

/** For browsers without IndexedDB: the person is told that a reload loses what is unsaved. */
export function memoryQueueStore(): QueueStore {
  const operations = new Map<string, QueuedOperation>();
  return {
    persistent: false,
    list: async (attemptId) => inOrder([...operations.values()].filter((operation) => operation.attemptId === attemptId)),
    replace: async (put, remove) => {
      for (const opId of remove) operations.delete(opId);
      for (const operation of put) operations.set(operation.opId, operation);
    },
  };
}
