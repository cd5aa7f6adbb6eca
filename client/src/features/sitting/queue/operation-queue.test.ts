import "fake-indexeddb/auto";
import { seededRandom, uuidv7 } from "@kompeten/shared/kernel";
import { applied, noWork, type Refusal } from "@kompeten/shared/attempt";
import type { Acknowledgement, AppendAnswer, Operation } from "@kompeten/shared/contracts/delivery";
import { openDB } from "idb";
import { describe, expect, it, vi } from "vitest";
import { backOffMs } from "./back-off.ts";
import { openQueueStore } from "./indexed-queue-store.ts";
import { OperationQueue, type QueueDeps } from "./operation-queue.ts";
import { impatient, memoryQueueStore, type QueueStore } from "./queue-store.ts";
import type { Command } from "./queued-operation.ts";

const attemptId = "11111111-1111-7111-8111-111111111111";
const choose = (itemId: string, optionId: string): Command => ({ kind: "respond", itemId, response: { interaction: "choice", optionId } });
const write = (itemId: string, text: string): Command => ({ kind: "respond", itemId, response: { interaction: "extended-text", text } });

let made = 0;
const counter = () => uuidv7(++made, new Uint8Array(10).fill(made % 251));
/** Time runs a hundred times as fast. */
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms / 100));

function deps(store: QueueStore, send: QueueDeps["send"], random = () => 0.5): QueueDeps {
  return {
    attemptId,
    store,
    send,
    random,
    newOpId: counter,
    nowMs: () => 1_000_000,
    monotonicMs: () => performance.now(),
    serverNowMs: () => undefined,
    endsSoon: () => false,
    savedWork: () => noWork,
    epoch: () => 1,
    onStored: () => {},
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms / 100);
      return () => clearTimeout(timer);
    },
    onAcknowledged: () => {},
    onDropped: () => {},
    onChange: () => {},
  };
}

/** As the server does it: gapless seq, and the same acknowledgement for the same opId (J3). */
class Journal {
  readonly entries: Operation[] = [];
  private readonly seqs = new Map<string, number>();

  append(operations: Operation[], refuse: (operation: Operation) => Refusal | null = () => null): AppendAnswer {
    const acknowledgements: Acknowledgement[] = [];
    let untried: Refusal | null = null;
    for (const operation of operations) {
      const known = this.seqs.get(operation.opId);
      const refusal: Refusal | null = untried ?? (known === undefined ? refuse(operation) : null);
      if (refusal === "busy") untried = refusal;
      if (refusal) {
        acknowledgements.push({ opId: operation.opId, ok: false, refusal, retryAfterMs: 50 });
        continue;
      }
      const seq = known ?? this.entries.push(operation);
      this.seqs.set(operation.opId, seq);
      acknowledgements.push({ opId: operation.opId, ok: true, seq, atMs: seq * 1000 });
    }
    return { ok: true, acknowledgements, serverNowMs: 0 };
  }
}

const emptied = async (queue: OperationQueue) => {
  for (let tries = 0; queue.pending.length > 0 && tries < 2000; tries++) await pause(200);
  expect(queue.pending).toEqual([]);
};

describe("the queue", () => {
  it("[J8] writes an operation to the store before it sends it, and deletes it only when acknowledged", async () => {
    const store = await openQueueStore("written-first");
    const seen: string[][] = [];
    let answer: (answer: AppendAnswer) => void = () => {};
    const journal = new Journal();
    const queue = await OperationQueue.open(
      deps(store, async (_epoch, operations) => {
        seen.push((await store.list(attemptId)).map((record) => record.opId));
        return new Promise((resolve) => (answer = () => resolve(journal.append(operations))));
      }),
    );
    await queue.add(choose("q1", "a"), 1);
    await pause(1000);
    expect(seen).toEqual([[queue.pending[0]?.opId]]);
    expect(await store.list(attemptId)).toHaveLength(1);
    expect(queue.lastSavedAtMs).toBeNull();
    answer({} as never);
    await emptied(queue);
    await queue.stop();
    expect(await store.list(attemptId)).toEqual([]);
    expect(queue.lastSavedAtMs).toBe(1000);
  });

  it("[J3] sends the same opId again after a reload, and nothing that was acknowledged", async () => {
    const store = await openQueueStore("reload");
    const journal = new Journal();
    const lost = await OperationQueue.open(
      deps(store, async (_epoch, operations) => {
        if (journal.entries.length > 0) throw new Error("line down");
        // The first message arrives, its answer does not.
        journal.append(operations);
        throw new Error("answer lost");
      }),
    );
    await lost.add(choose("q1", "a"), 1);
    await lost.add(choose("q2", "b"), 1);
    await pause(500);
    await lost.stop();
    const opIds = lost.pending.map((record) => record.opId);
    const again = await OperationQueue.open(deps(store, async (_epoch, operations) => journal.append(operations)));
    await emptied(again);
    expect(journal.entries.map((operation) => operation.opId)).toEqual(opIds);
  });

  it("coalesces text snapshots of an item while they are unsent, and nothing else", async () => {
    const store = await openQueueStore("coalesce");
    const journal = new Journal();
    let open = false;
    const queue = await OperationQueue.open(
      deps(store, async (_epoch, operations) => {
        if (!open) throw new Error("line down");
        return journal.append(operations);
      }),
    );
    await queue.add(write("e1", "A"), 1);
    await pause(100); // sent once, so it has to stay as it is
    void queue.add(write("e1", "A b"), 1);
    void queue.add(choose("q1", "a"), 1);
    void queue.add(choose("q1", "b"), 1);
    void queue.add(write("e1", "A b c"), 1);
    await queue.add(write("e2", "other"), 1);
    open = true;
    queue.kick();
    await emptied(queue);
    expect(journal.entries.map((operation) => (operation.kind === "respond" ? Object.values(operation.response)[1] : ""))).toEqual(["A", "a", "b", "A b c", "other"]);
  });

  it("coalesces the states of a form's table too: each is the whole of it", async () => {
    const sent: Operation[] = [];
    let open = false;
    const queue = await OperationQueue.open(
      deps(memoryQueueStore(), async (_epoch, operations) => {
        if (!open) throw new Error("line down");
        sent.push(...operations);
        return { ok: true, acknowledgements: operations.map(({ opId }, index) => ({ opId, ok: true as const, seq: index + 1, atMs: 0 })), serverNowMs: 0 };
      }),
    );
    const table = (text: string): Command => ({ kind: "respond", itemId: "jabatan", response: { interaction: "rows", rows: [{ id: "b1", cells: { nama: text } }] } });
    await queue.add(table("K"), 1);
    await pause(100); // tried once, so it has to stay as it is
    for (const text of ["Ke", "Kepala", "Kepala Bidang"]) void queue.add(table(text), 1);
    open = true;
    queue.kick();
    await emptied(queue);
    expect(sent).toMatchObject([table("K"), table("Kepala Bidang")]);
  });

  it("[J8] sends nothing made after a text whose exchange the store has not confirmed: a crash would bring the old state back behind it", async () => {
    const memory = memoryQueueStore();
    let confirm: () => void = () => {};
    const slow: QueueStore = { ...memory, replace: (put, remove) => (remove.length > 0 && put.length > 0 ? new Promise<void>((resolve) => (confirm = resolve)).then(() => memory.replace(put, remove)) : memory.replace(put, remove)) };
    const sent: number[] = [];
    let down = true;
    const queue = await OperationQueue.open(
      deps(slow, async (_epoch, operations) => {
        if (down) throw new Error("line down");
        sent.push(operations.length);
        return new Journal().append(operations);
      }),
    );
    await queue.add(choose("q1", "a"), 1);
    await queue.add(write("e1", "A"), 1);
    await queue.add(choose("q2", "b"), 1);
    void queue.add(write("e1", "A b"), 1);
    expect(queue.pending).toHaveLength(3);
    down = false;
    queue.kick();
    await pause(1000);
    expect(sent).toEqual([1]);
    confirm();
    await emptied(queue);
    expect(sent).toEqual([1, 2]);
  });

  it("[J5] keeps and shows what the server refuses for good, across a reload, and does not send it again", async () => {
    const store = await openQueueStore("refused");
    const journal = new Journal();
    let sent = 0;
    const send: QueueDeps["send"] = async (_epoch, operations) => {
      sent += operations.length;
      return journal.append(operations, (operation) => (operation.kind === "respond" && operation.itemId === "late" ? "does-not-fit" : operation.kind === "visit" ? "unknown-item" : null));
    };
    const queue = await OperationQueue.open(deps(store, send));
    await queue.add(choose("late", "a"), 1);
    await queue.add({ kind: "visit", itemId: "late" }, 1);
    await queue.add(choose("q1", "a"), 1);
    await emptied(queue);
    expect(queue.kept.map((record) => record.refusal)).toEqual(["does-not-fit"]);
    await queue.stop();
    const again = await OperationQueue.open(deps(store, send));
    await pause(1000);
    expect(again.kept).toHaveLength(1);
    expect(sent).toBe(3);
  });

  it("finds the one operation that makes a whole message malformed", async () => {
    const journal = new Journal();
    let down = true;
    const queue = await OperationQueue.open(
      deps(memoryQueueStore(), async (_epoch, operations) => {
        if (down) throw new Error("line down");
        if (operations.some((operation) => operation.kind === "flag")) return { ok: false, refusal: "malformed" };
        return journal.append(operations);
      }),
    );
    for (const command of [choose("q1", "a"), { kind: "flag", itemId: "q1", flagged: true } as Command, choose("q2", "a")]) await queue.add(command, 1);
    down = false;
    await emptied(queue);
    expect(journal.entries).toHaveLength(2);
    expect(queue.kept).toHaveLength(1);
    expect(queue.persistent).toBe(false);
  });

  it("[J8] forgets a whole answer in one transaction, so that what is made next need not wait for fifty", async () => {
    const journal = new Journal();
    const written: number[][] = [];
    const memory = memoryQueueStore();
    const counting: QueueStore = { ...memory, replace: (put, remove) => (written.push([put.length, remove.length]), memory.replace(put, remove)) };
    let down = true;
    const queue = await OperationQueue.open(
      deps(counting, async (_epoch, operations) => {
        if (down) throw new Error("line down");
        return journal.append(operations);
      }),
    );
    for (let item = 0; item < 30; item++) await queue.add(choose(`q${item}`, "a"), 1);
    written.length = 0;
    down = false;
    await emptied(queue);
    await queue.stop();
    expect(written.reduce((sum, [, removed]) => sum + (removed ?? 0), 0)).toBe(30);
    expect(written.length).toBeLessThanOrEqual(2);
  });

  it("goes on in memory, and says so, when the store breaks", async () => {
    const journal = new Journal();
    const broken: QueueStore = { persistent: true, list: async () => [], replace: async () => Promise.reject(new Error("quota")) };
    const queue = await OperationQueue.open(deps(broken, async (_epoch, operations) => journal.append(operations)));
    await queue.add(choose("q1", "a"), 1);
    await emptied(queue);
    expect(queue.persistent).toBe(false);
    expect(journal.entries).toHaveLength(1);
  });

  it("sends a text as the difference where that is smaller, and whole when the server has another text", async () => {
    const journal = new Journal();
    const long = "Pelayanan terpadu satu pintu ".repeat(10);
    const wire: string[] = [];
    let differs = true;
    const send: QueueDeps["send"] = async (_epoch, operations) => {
      wire.push(...operations.map(({ kind }) => kind));
      return journal.append(operations, (operation) => (operation.kind === "edit" && differs ? "other-text" : null));
    };
    const queue = await OperationQueue.open({ ...deps(memoryQueueStore(), send), savedWork: () => ({ ...noWork, responses: { e1: { interaction: "extended-text", text: long } } }) });
    const texts = () => journal.entries.map((operation) => (operation.kind === "respond" && operation.response.interaction === "extended-text" ? operation.response.text : operation.kind === "edit" ? operation.edit.inserted : ""));
    await queue.add(write("e1", `${long}x`), 1);
    await emptied(queue);
    expect(wire).toEqual(["edit", "respond"]);
    expect(texts()).toEqual([`${long}x`]);
    differs = false;
    await queue.add(write("e1", `${long}xy`), 1);
    await emptied(queue);
    await queue.add(write("e2", "pendek"), 1);
    await emptied(queue);
    // Of another epoch than the page's: set aside, and what is set aside has to be whole (J5).
    await queue.add(write("e1", `${long}z`), 2);
    await emptied(queue);
    expect(wire.slice(2)).toEqual(["edit", "respond", "respond"]);
    expect(texts().slice(1)).toEqual(["xy", "pendek", `${long}z`]);
  });

  it("sends of a letter and of a table the one text that changed, from what was acknowledged and from what is on its way", async () => {
    const journal = new Journal();
    let lost = false;
    let saved = noWork;
    const send: QueueDeps["send"] = async (_epoch, operations) => {
      if (lost) throw new Error("line down");
      return journal.append(operations);
    };
    const onAcknowledged: QueueDeps["onAcknowledged"] = (operation) => {
      saved = applied(saved, operation, 0);
    };
    const queue = await OperationQueue.open({ ...deps(memoryQueueStore(), send), savedWork: () => saved, onAcknowledged });
    const actionId = "00000000-0000-4000-8000-000000000001";
    const letter = (text: string, to = "kabid"): Command => ({ kind: "act", action: { actionId, documentId: "d1", type: "reply", to, text } });
    const long = "Pelayanan terpadu satu pintu ".repeat(10);
    const table = (task: string): Command => ({ kind: "respond", itemId: "t1", response: { interaction: "rows", rows: [{ id: "r1", cells: { place: long, task } }] } });
    for (const command of [letter(long), letter(`${long}x`), table("Staf")]) {
      await queue.add(command, 1);
      await emptied(queue);
    }
    // What a dead line swallowed counts as sent, so it is not superseded, and the next is made from it.
    lost = true;
    for (const command of [table("Staf ahli"), table("Staf ahli muda"), letter(`${long}x`, "sekda")]) {
      await queue.add(command, 1);
      await pause(300);
    }
    lost = false;
    queue.kick();
    await emptied(queue);
    expect(journal.entries.map(({ kind }) => kind)).toEqual(["act", "edit-action", "respond", "edit-cell", "edit-cell", "act"]);
    expect(journal.entries[3]).toMatchObject({ itemId: "t1", rowId: "r1", columnId: "task", edit: { from: 4, removed: 0, inserted: " ahli" } });
    expect(journal.entries[4]).toMatchObject({ edit: { from: 9, removed: 0, inserted: " muda" } });
  });

  it("[J5] [J7] lets go of what the server has set aside, and says when what was held up was made", async () => {
    const stored: Refusal[] = [];
    const sent: Operation[] = [];
    let now = 1_000_000;
    let down = true;
    const store = memoryQueueStore();
    const send: QueueDeps["send"] = async (_epoch, operations) => {
      if (down) throw new Error("line down");
      sent.push(...operations);
      return { ok: true, acknowledgements: operations.map(({ opId }) => ({ opId, ok: false as const, refusal: "late" as const })), serverNowMs: 0 };
    };
    const queue = await OperationQueue.open({ ...deps(store, send), nowMs: () => now, serverNowMs: () => now + 7, onStored: (_operation, refusal) => stored.push(refusal) });
    await queue.add(choose("q1", "a"), 1);
    await pause(500);
    now += 60_000;
    down = false;
    queue.kick();
    await emptied(queue);
    expect(sent[0]).toMatchObject({ kind: "respond", madeAtMs: 1_000_007 });
    expect(stored).toEqual(["late"]);
    // Nor of what may arrive after the deadline, though nothing holds it up.
    await queue.stop();
    const last = await OperationQueue.open({ ...deps(store, send), nowMs: () => now, serverNowMs: () => now + 7, endsSoon: () => true });
    await last.add(choose("q2", "a"), 1);
    await emptied(last);
    expect(sent[1]).toMatchObject({ kind: "respond", madeAtMs: now + 7 });
    await last.stop();
    expect(await store.list(attemptId)).toEqual([]);
    expect(queue.kept).toEqual([]);
  });

  it("[J7] says when it was made by how long it has waited here, where the server was heard only afterwards", async () => {
    const sent: Operation[] = [];
    const journal = new Journal();
    let monotonicMs = 1_000;
    let heardAtMs: number | undefined;
    let line = false;
    const queue = await OperationQueue.open({
      ...deps(memoryQueueStore(), async (_epoch, operations) => {
        if (!line) throw new Error("no line");
        sent.push(...operations);
        return journal.append(operations);
      }),
      monotonicMs: () => monotonicMs,
      serverNowMs: () => heardAtMs,
    });
    await queue.add(choose("b1", "a"), 1);
    monotonicMs += 60_000;
    heardAtMs = 5_000_000;
    line = true;
    queue.kick();
    await emptied(queue);
    expect(sent[0]).toMatchObject({ kind: "respond", madeAtMs: 4_940_000 });
  });

  it("never mixes epochs in a message", async () => {
    const epochs: number[][] = [];
    const journal = new Journal();
    let down = true;
    const queue = await OperationQueue.open(
      deps(memoryQueueStore(), async (epoch, operations) => {
        if (down) throw new Error("line down");
        epochs.push([epoch, operations.length]);
        return journal.append(operations);
      }),
    );
    await queue.add(choose("q1", "a"), 1);
    await queue.add(choose("q2", "a"), 1);
    await queue.add(choose("q3", "a"), 2);
    down = false;
    await emptied(queue);
    expect(epochs).toEqual([[1, 2], [2, 1]]);
  });

  it("backs off between half and all of a doubling wait, with an end", () => {
    expect([1, 2, 3, 20].map((tries) => backOffMs(tries, () => 0))).toEqual([200, 400, 800, 1000]);
    expect(backOffMs(20, () => 1)).toBe(2000);
  });
});

const seeds = process.env["QUEUE_SEED"] ? [Number(process.env["QUEUE_SEED"])] : Array.from({ length: 12 }, (_, index) => index * 7919 + (Date.now() % 7919));

describe("[J3] [J8] over a line that drops, doubles, delays and reorders, with reloads", () => {
  it.each(seeds)("nothing is lost, repeated or out of order (QUEUE_SEED=%i)", async (seed) => {
    const random = seededRandom(seed);
    const chance = (share: number) => random() < share;
    const store = await openQueueStore(`line-${seed}`);
    const journal = new Journal();
    const acknowledged = new Set<string>();
    let healed = false;
    const send: QueueDeps["send"] = (_epoch, operations) => {
      for (const operation of operations) expect(acknowledged.has(operation.opId), `sent after its acknowledgement (seed ${seed})`).toBe(false);
      const arrive = () => journal.append(operations, () => (!healed && chance(0.1) ? "busy" : null));
      if (healed) return Promise.resolve(arrive());
      return new Promise((resolve, reject) => {
        const later = (callback: () => void) => setTimeout(callback, random() * 6);
        setTimeout(() => reject(new Error("no answer")), 4);
        if (chance(0.2)) return; // the message is dropped
        if (chance(0.2)) later(() => arrive()); // a double, perhaps long after its original
        later(() => {
          const answer = arrive();
          if (!chance(0.25)) later(() => resolve(answer)); // or the answer is dropped
        });
      });
    };
    const open = () => OperationQueue.open({ ...deps(store, send, random), onAcknowledged: (operation) => acknowledged.add(operation.opId) });
    let queue = await open();
    const wished: string[] = [];
    const texts = new Map<string, string>();
    for (let step = 0; step < 60; step++) {
      const text = chance(0.4);
      const item = `${text ? "e" : "q"}${Math.floor(random() * 4)}`;
      await queue.add(text ? write(item, String(step)) : choose(item, String(step)), 1);
      if (text) texts.set(item, String(step));
      else wished.push(String(step));
      if (chance(0.3)) await pause(random() * 600);
      if (chance(0.06)) {
        await queue.stop();
        queue = await open();
      }
    }
    healed = true;
    queue.kick();
    await emptied(queue);
    await queue.stop();
    const responses = journal.entries.map((operation) => (operation.kind === "respond" ? operation.response : null));
    const choices = responses.flatMap((response) => (response?.interaction === "choice" ? [response.optionId] : []));
    expect(choices, `choices, all and in order (seed ${seed})`).toEqual(wished);
    const opIds = journal.entries.map((operation) => operation.opId);
    expect(opIds, `in the order they were made (seed ${seed})`).toEqual([...opIds].sort());
    for (const [item, text] of texts) {
      const last = journal.entries.findLast((operation) => operation.kind === "respond" && operation.itemId === item);
      expect(last?.kind === "respond" && last.response, `the last text of ${item} (seed ${seed})`).toEqual({ interaction: "extended-text", text });
    }
    expect(await store.list(attemptId)).toEqual([]);
  });

  it("[J8] goes on without a store that neither writes nor refuses, and says so", async () => {
    const journal = new Journal();
    const hanging: QueueStore = { persistent: true, list: async () => [], replace: () => new Promise(() => {}) };
    const queue = await OperationQueue.open(deps(impatient(hanging, 20), async (_epoch, operations) => journal.append(operations)));
    expect(queue.persistent).toBe(true);
    void queue.add(choose("q1", "a"), 1);
    void queue.add(choose("q2", "b"), 1);
    await emptied(queue);
    expect(journal.entries.map((operation) => operation.kind === "respond" && operation.itemId)).toEqual(["q1", "q2"]);
    expect(queue.persistent).toBe(false);
  });

  it("[J8] opens although IndexedDB is held by a transaction that does not end", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const store = await openQueueStore("held");
      const database = await openDB("held", 1);
      const held = database.transaction("operations", "readwrite");
      let holding = true;
      // A transaction lives for as long as something is asked of it.
      const hold = async () => {
        while (holding) await held.store.count();
      };
      void hold();
      const written = store.replace([], ["none"]).then(() => "written", (error: Error) => error.message);
      const listed = store.list(attemptId).then(() => "listed", (error: Error) => error.message);
      // What was left from before is waited for longer: it goes first.
      await vi.advanceTimersByTimeAsync(15_000);
      expect([await written, await listed]).toEqual(["the store does not answer", "the store does not answer"]);
      holding = false;
      await held.done;
    } finally {
      vi.useRealTimers();
    }
    const recovered = await openQueueStore("held");
    await recovered.replace([], ["none"]);
    expect(await recovered.list(attemptId)).toEqual([]);
  });

  it("[T2] says how long the oldest has waited, whatever the device's clock does", async () => {
    let nowMs = 50;
    const queue = await OperationQueue.open({ ...deps(memoryQueueStore(), () => new Promise(() => {})), monotonicMs: () => nowMs });
    expect(queue.pendingSinceMs).toBeNull();
    await queue.add(choose("q1", "a"), 1);
    nowMs = 90;
    await queue.add(choose("q2", "a"), 1);
    expect(queue.pendingSinceMs).toBe(50);
    await queue.stop();
  });

  it("[J8] says since when something is unsaved: from the first key, also of states that a newer one has taken the place of", async () => {
    let nowMs = 50;
    const journal = new Journal();
    let answer = () => {};
    const queue = await OperationQueue.open({
      ...deps(memoryQueueStore(), async (_epoch, operations) => {
        await new Promise<void>((resolve) => (answer = resolve));
        return journal.append(operations);
      }),
      monotonicMs: () => nowMs,
    });
    expect(queue.unsavedSinceMs).toBeNull();
    await queue.add(choose("q1", "a"), 1);
    nowMs = 90;
    await queue.add(write("e1", "a"), 1, 80);
    nowMs = 120;
    await queue.add(write("e1", "ab"), 1, 100);
    expect(queue.pending).toHaveLength(2);
    expect(queue.unsavedSinceMs).toBe(50);
    answer();
    await vi.waitFor(() => expect(queue.pending).toHaveLength(1));
    expect([queue.pendingSinceMs, queue.unsavedSinceMs]).toEqual([120, 80]);
    await queue.stop();
  });
});
