import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { openQueueStore } from "../queue/indexed-queue-store.ts";
import { memoryQueueStore, type QueueStore } from "../queue/queue-store.ts";
import { tryStorage } from "./device.ts";

const checkId = "11111111-1111-7111-8111-111111111111";

describe("[B2] trying the store", () => {
  it("writes and reads through the queue's own code, and leaves nothing behind", async () => {
    const store = await openQueueStore("tried");
    expect(await tryStorage(checkId, async () => store)).toBe("clearable");
    expect(await store.list(checkId)).toEqual([]);
  });

  it("says so where there is only memory", async () => expect(await tryStorage(checkId, async () => memoryQueueStore())).toBe("memory"));

  it.each<[string, Partial<QueueStore>]>([
    ["refuses", { replace: () => Promise.reject(new Error("the disk is full")) }],
    ["forgets", { list: async () => [] }],
    ["never lets go", { list: async () => [{} as never] }],
  ])("fails a store that %s", async (_, broken) => {
    const memory = { ...memoryQueueStore(), persistent: true };
    expect(await tryStorage(checkId, async () => ({ ...memory, ...broken }))).toBe("failed");
  });
});
