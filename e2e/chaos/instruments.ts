/** Listens at the edges of the product's queue and line; changes nothing of what they do, except that a crashed tab does nothing more. */
import { AttemptLine } from "../../client/src/features/sitting/session/attempt-line.ts";
import { OperationQueue } from "../../client/src/features/sitting/queue/operation-queue.ts";
import { here } from "./browser.ts";
import type { ClientLog } from "./client-log.ts";

/** The tab that is open on a device. */
export type Tab = { log: ClientLog; device: string; crashed: boolean };
const tabs = new Map<string, Tab>();

export function openTab(log: ClientLog): Tab {
  const tab = { log, device: here().id, crashed: false };
  tabs.set(tab.device, tab);
  return tab;
}

const tabHere = () => tabs.get(here().id) as Tab;
const never = () => new Promise<never>(() => {});

export function listen(): void {
  const open = OperationQueue.open.bind(OperationQueue);
  OperationQueue.open = (deps) => {
    const tab = tabHere();
    const { store } = deps;
    return open({
      ...deps,
      // What a crashed tab had not written yet is never written.
      store: { persistent: store.persistent, list: (attemptId) => store.list(attemptId), replace: (put, remove) => (tab.crashed ? never() : store.replace(put, remove)) },
      onAcknowledged: (operation, acknowledged) => {
        const { seq, atMs } = acknowledged;
        tab.log.saved.push({ opId: operation.opId, seq, atMs, device: tab.device, tMs: performance.now() });
        deps.onAcknowledged(operation, acknowledged);
      },
    });
  };

  const add = OperationQueue.prototype.add;
  OperationQueue.prototype.add = function (this: OperationQueue, command, epoch) {
    const tab = tabHere();
    const written = add.call(this, command, epoch);
    const operation = this.pending.at(-1)?.operation;
    if (!operation) throw new Error("the queue did not take the operation");
    tab.log.make(operation, tab.device, epoch);
    return written.then((stored) => {
      if (stored) tab.log.store(operation.opId);
      return stored;
    });
  };

  const append = AttemptLine.prototype.append;
  AttemptLine.prototype.append = async function (this: AttemptLine, body) {
    const tab = tabHere();
    if (tab.crashed) return never();
    // Starting and taking over go past the queue.
    for (const operation of body.operations) tab.log.make(operation, tab.device, body.epoch);
    const answer = await append.call(this, body);
    if (tab.crashed) return never();
    const tMs = performance.now();
    const { device, log } = tab;
    if (!answer.ok) return answer;
    for (const one of answer.acknowledgements) {
      if (one.ok) log.acknowledged.push({ opId: one.opId, seq: one.seq, atMs: one.atMs, device, tMs });
      else log.refused.push({ opId: one.opId, refusal: one.refusal, device, tMs });
    }
    return answer;
  };
}
