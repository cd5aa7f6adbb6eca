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

/**
 * Some browsers neither write nor refuse, after the device has slept or with a disk that is full: a call that takes longer is refused
 * here, and the next ones at once for as long as that one is under way, so that answers wait for it no more than once.
 */
export function impatient(store: QueueStore, patienceMs: number, after: (ms: number, callback: () => void) => () => void = afterReally): QueueStore {
  let hanging = 0;
  const inTime = <T>(limitMs: number, call: () => Promise<T>): Promise<T> => {
    if (hanging > 0) return Promise.reject(new Error("the store does not answer"));
    return new Promise<T>((resolve, reject) => {
      let late = false;
      const called = after(limitMs, () => {
        late = true;
        hanging += 1;
        reject(new Error("the store does not answer"));
      });
      const over = () => {
        called();
        if (late) hanging -= 1;
      };
      call().finally(over).then(resolve, reject);
    });
  };
  return {
    persistent: store.persistent,
    // What an earlier page has left must be sent before anything new, so it is waited for much longer.
    list: (attemptId) => inTime(5 * patienceMs, () => store.list(attemptId)),
    replace: (put, remove) => inTime(patienceMs, () => store.replace(put, remove)),
  };
}

function afterReally(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
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
