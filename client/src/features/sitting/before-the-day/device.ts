/** What this browser and device can do, tried where trying is possible. */
import { newId } from "../../../browser/new-id.ts";
import type { BrowserFeature, DeviceFindings, StorageKind } from "@kompeten/shared/contracts/device-check-rules";
import { openQueueStore } from "../queue/indexed-queue-store.ts";
import type { QueuedOperation } from "../queue/queued-operation.ts";
import type { QueueStore } from "../queue/queue-store.ts";

/** Some browsers ask the person before they promise anything. */
const promisePatienceMs = 10_000;

/** About as long as an answer with its frame. */
export const sample = "Contoh jawaban untuk pemeriksaan perangkat. ".repeat(10).trim();

const has: Record<BrowserFeature, () => boolean> = {
  random: () => typeof globalThis.crypto?.getRandomValues === "function",
  "time-limits": () => typeof AbortSignal !== "undefined" && typeof AbortSignal.timeout === "function",
  dialogs: () => typeof HTMLDialogElement !== "undefined" && typeof HTMLDialogElement.prototype.showModal === "function",
  "web-socket": () => typeof WebSocket === "function",
  sealing: () => globalThis.crypto?.subtle !== undefined,
  "tab-locks": () => navigator.locks !== undefined,
};

export const missingFeatures = (): BrowserFeature[] => (Object.keys(has) as BrowserFeature[]).filter((feature) => !has[feature]());

export const screenSize = (): DeviceFindings["screen"] => ({ widthPx: Math.max(1, Math.round(window.innerWidth)), heightPx: Math.max(1, Math.round(window.innerHeight)) });

/** J8: the queue's own store, written to and read as the queue does, with an operation of no attempt that is taken out again. */
export async function tryStorage(checkId: string, open: () => Promise<QueueStore> = openQueueStore): Promise<StorageKind> {
  try {
    const store = await open();
    if (!store.persistent) return "memory";
    const opId = newId();
    const written: QueuedOperation = {
      attemptId: checkId,
      order: 1,
      opId,
      epoch: 1,
      operation: { opId, kind: "respond", itemId: "pemeriksaan", response: { interaction: "extended-text", text: sample } },
      madeAtMs: Date.now(),
      serverMadeAtMs: null,
      refusal: null,
    };
    await store.replace([written], []);
    const found = await store.list(checkId);
    await store.replace([], [opId]);
    if (JSON.stringify(found) !== JSON.stringify([written]) || (await store.list(checkId)).length > 0) return "failed";
    return (await isPromised()) ? "lasting" : "clearable";
  } catch {
    return "failed";
  }
}

/** Whether the browser will not clear it by itself; asking is what makes it promise. */
async function isPromised(): Promise<boolean> {
  const { storage } = navigator;
  if (typeof storage?.persist !== "function") return false;
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), promisePatienceMs));
  return Promise.race([storage.persist().catch(() => false), late]);
}
