import "fake-indexeddb/auto";
import type { AppendAnswer, OperationsBody, Snapshot } from "@kompeten/shared/contracts/delivery";
import type { PresenceBody } from "@kompeten/shared/contracts/presence";
import type { SessionView } from "@kompeten/shared/contracts/session";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keptAttempt } from "../../../browser/kept-attempt.ts";
import { openQueueStore } from "../queue/indexed-queue-store.ts";
import { OperationQueue } from "../queue/operation-queue.ts";
import { memoryQueueStore } from "../queue/queue-store.ts";
import { newId } from "../../../browser/new-id.ts";
import { AttemptSession } from "./attempt-session.ts";
import type { LineEvents, LineState } from "./attempt-line.ts";
import { atServer } from "./place.ts";

/** A line that answers what it is told to, and remembers what it was asked. */
const line = vi.hoisted(() => ({
  sent: [] as OperationsBody[],
  snapshot: null as unknown as Snapshot,
  unanswered: 0,
  refusing: false,
  started: 0,
  claimed: [] as (number | undefined)[],
  asked: 0,
  told: [] as PresenceBody[],
  /** Instead of the answer that everybody gets. */
  answer: null as ((body: OperationsBody) => Promise<AppendAnswer>) | null,
  events: null as unknown as LineEvents,
  become: (_state: LineState): void => {},
}));
vi.mock("./attempt-line.ts", () => ({
  AttemptLine: class {
    constructor(_attemptId: string, events: LineEvents) {
      line.events = events;
      line.become = events.onState;
    }
    start() {
      line.started++;
    }
    close() {}
    open = async (lastSeq: number | undefined) => {
      line.claimed.push(lastSeq);
      if (line.unanswered-- > 0) throw new Error("no answer");
      return { ok: true, snapshot: line.snapshot };
    };
    online = () => void line.asked++;
    tell = async (body: PresenceBody) => {
      line.told.push(body);
      return true;
    };
    clock = async () => line.snapshot.serverNowMs;
    paper = async () => Promise.reject(new Error("no paper"));
    append = async (body: OperationsBody): Promise<AppendAnswer> => {
      if (line.refusing) throw new Error("no line");
      line.sent.push(body);
      if (line.answer) return line.answer(body);
      return { ok: true, acknowledgements: body.operations.map(({ opId }) => ({ opId, ok: false, refusal: "quarantined" })), serverNowMs: 0 };
    };
  },
}));

const work = { responses: {}, flagged: [], visited: [], actions: [] };
const snapshotOf = (over: Partial<Snapshot>): Snapshot => ({
  attemptId: "11111111-1111-7111-8111-111111111111",
  instrument: { versionId: "11111111-1111-7111-8111-111111111112", kind: "case", title: "Kasus" },
  epoch: 1,
  seq: 5,
  device: "this",
  setAside: 0,
  timeSeq: 0,
  timeAcknowledgedSeq: 0,
  serverNowMs: 1_000_000,
  status: { state: "running", startedAtMs: 0, deadlineMs: 9_000_000, pausedSinceMs: null, work },
  ...over,
} as Snapshot);

let session: AttemptSession;
beforeEach(() => {
  line.sent.length = 0;
  line.unanswered = 0;
  line.started = 0;
  line.asked = 0;
  line.told.length = 0;
  line.answer = null;
  line.refusing = false;
  line.become = () => {
    throw new Error("the line has not been made yet");
  };
});
afterEach(() => session.stop());

describe("an attempt in this tab", () => {
  it("[J10] asks again when the answer to its opening is lost on a line that stays well", async () => {
    line.snapshot = snapshotOf({});
    line.unanswered = 1;
    session = new AttemptSession(line.snapshot.attemptId);
    session.start();
    await vi.waitFor(() => line.become("socket"));
    await vi.waitFor(() => expect(session.getState().phase).toBe("open"), 4_000);
  });

  it("[J10] says what it has had acknowledged, and shows what the server has where that is less; an answer that was overtaken it ignores", async () => {
    const answered = { responses: { t1: { interaction: "choice", optionId: "a" } }, flagged: [], visited: [], actions: [] };
    line.snapshot = snapshotOf({ seq: 7, status: { state: "running", startedAtMs: 0, deadlineMs: 9_000_000, pausedSinceMs: null, work: answered } as never });
    session = new AttemptSession(line.snapshot.attemptId);
    session.start();
    await vi.waitFor(() => line.become("socket"));
    await vi.waitFor(() => expect(session.getState()).toMatchObject({ phase: "open", seq: 7 }));
    line.snapshot = snapshotOf({ seq: 5 });
    line.events.onSnapshot(line.snapshot, 0, 1);
    expect(session.getState()).toMatchObject({ seq: 7, work: { responses: answered.responses } });
    await session.reopen();
    expect(line.claimed.at(-1)).toBe(7);
    expect(session.getState()).toMatchObject({ seq: 5, work: { responses: {} } });
  });

  it("[J5] sends what was being written under the epoch it was written in, when another device has taken over", async () => {
    line.snapshot = snapshotOf({});
    session = new AttemptSession(line.snapshot.attemptId);
    session.start();
    await vi.waitFor(() => line.become("socket"));
    await vi.waitFor(() => expect(session.getState().phase).toBe("open"));
    session.draft("t1", { kind: "respond", itemId: "t1", response: { interaction: "extended-text", text: "Menurut saya" } });
    line.snapshot = snapshotOf({ epoch: 2, seq: 9, device: "other" });
    await session.reopen();
    expect(session.getState().phase).toBe("other-device");
    await vi.waitFor(() => expect(line.sent).toHaveLength(1));
    expect(line.sent[0]).toMatchObject({ epoch: 1, operations: [{ kind: "respond", itemId: "t1" }] });
  });

  it("goes on without a line with what an earlier page knew and wrote, until the server is heard (ADR 0012)", async () => {
    const viewer = { account: { id: "sari" }, agency: { id: "jatim" } } as SessionView;
    line.snapshot = snapshotOf({ attemptId: "11111111-1111-7111-8111-111111111118" });
    const { attemptId } = line.snapshot;
    const open = async () => {
      session = new AttemptSession(attemptId, undefined, viewer);
      session.start();
    };
    await open();
    await vi.waitFor(() => line.become("socket"));
    await vi.waitFor(() => expect(session.getState().phase).toBe("open"));
    await vi.waitFor(async () => expect(await keptAttempt(attemptId)).not.toBeNull());
    session.stop();

    const opId = newId();
    const text = { opId, kind: "respond", itemId: "t1", response: { interaction: "extended-text", text: "Menurut saya" } } as const;
    await (await openQueueStore()).replace([{ attemptId, order: 1, opId, epoch: 1, operation: text, madeAtMs: 1, serverMadeAtMs: 1_000_500, refusal: null }], []);
    line.unanswered = 1;
    line.refusing = true;
    line.started = 0;
    await open();
    await vi.waitFor(() => expect(line.started).toBe(1));
    line.become("offline");
    await vi.waitFor(() => expect(session.getState()).toMatchObject({ phase: "open", restored: true, work: { responses: { t1: { text: "Menurut saya" } } } }));
    expect(session.clock.nowMs()).toBeGreaterThanOrEqual(1_000_500);
    line.refusing = false;
    line.unanswered = 0;
    line.become("socket");
    await vi.waitFor(() => expect(session.getState().restored).toBe(false));
  });

  it.each(["is closed", "hands over to another tab"])("[J8] sends nothing of what an earlier page left, and starts no line, when it %s while it opens", async (which) => {
    line.snapshot = snapshotOf({ attemptId: "11111111-1111-7111-8111-111111111119" });
    const { attemptId } = line.snapshot;
    const left = await openQueueStore();
    const opId = newId();
    await left.replace([{ attemptId, order: 1, opId, epoch: 1, operation: { opId, kind: "flag", itemId: "t1", flagged: true }, madeAtMs: 1, serverMadeAtMs: null, refusal: null }], []);
    session = new AttemptSession(attemptId);
    const open = OperationQueue.open.bind(OperationQueue);
    const opening = vi.spyOn(OperationQueue, "open").mockImplementationOnce(async (deps) => {
      if (which === "is closed") session.stop();
      // As the lock does when another tab takes it.
      else void (session as unknown as { handOver: () => Promise<void> }).handOver();
      return open(deps);
    });
    session.start();
    await vi.waitFor(() => expect(opening).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(line.sent).toEqual([]);
    expect(line.started).toBe(0);
    expect((await left.list(attemptId)).map((record) => record.opId)).toEqual([opId]);
    await left.replace([], [opId]);
  });
});

const text = (value: string) => ({ kind: "respond", itemId: "t1", response: { interaction: "extended-text", text: value } }) as const;
const workWith = (value: string) => ({ ...work, responses: { t1: { interaction: "extended-text", text: value } } });
const open = async () => {
  session = new AttemptSession(line.snapshot.attemptId, { ...atServer, store: async () => memoryQueueStore() });
  session.start();
  await vi.waitFor(() => line.become("socket"));
  await vi.waitFor(() => expect(session.getState().phase).toBe("open"));
};

describe("what is told of an attempt in this tab", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("[P2] tells the proctor only of what has waited for longer than 3 s, whatever the device's clock says", async () => {
    line.snapshot = snapshotOf({});
    await open();
    line.answer = () => new Promise(() => {});
    await vi.advanceTimersByTimeAsync(1_000);
    session.do(text("Menurut saya"));
    session.draft("t2", { ...text("dan"), itemId: "t2" });
    vi.setSystemTime(Date.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(session.getState().unsaved).toBe(2);
    expect(line.told.length).toBeGreaterThan(0);
    expect(line.told.map(({ unsaved }) => unsaved).filter((unsaved) => unsaved > 0)).toEqual([]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(line.told.at(-1)?.unsaved).toBe(2);
  });

  it.each(["by itself", "at once"])("[J8] counts from the first key of what goes to the queue %s", async (way) => {
    line.snapshot = snapshotOf({});
    await open();
    line.answer = () => new Promise(() => {});
    const actionId = "11111111-1111-7111-8111-111111111117";
    const note = (value: string) => ({ kind: "act", action: { actionId, documentId: "d1", type: "note", text: value } }) as const;
    const firstMs = performance.now();
    session.draft(actionId, note("Tolong"));
    await vi.advanceTimersByTimeAsync(900);
    if (way === "at once") session.do(note("Tolong dibalas"));
    await vi.advanceTimersByTimeAsync(200);
    expect(line.sent).toHaveLength(1);
    expect(session.getState()).toMatchObject({ unsaved: 1, unsavedSinceMs: firstMs });
  });

  it("[T4] a change of time is acknowledged past work that waits, and what of that was written before it still counts as saved", async () => {
    line.snapshot = snapshotOf({});
    await open();
    let lost = true;
    line.answer = async ({ operations }) => {
      // The work is written as entry 6, and nobody hears of it; the acknowledgement is entry 7.
      if (operations[0]?.kind === "respond" && lost) throw new Error("no answer");
      return { ok: true, acknowledgements: operations.map(({ opId, kind }) => ({ opId, ok: true, seq: kind === "respond" ? 6 : 7, atMs: 1_000_000 })), serverNowMs: 1_000_000 };
    };
    session.do(text("Menurut saya"));
    await vi.advanceTimersByTimeAsync(10);
    expect(line.sent).toHaveLength(1);
    line.events.onChanged({ attemptId: line.snapshot.attemptId, seq: 6, epoch: 1, timeSeq: 6, state: "running", deadlineMs: 9_600_000, pausedSinceMs: 1_000_000, closedReason: null, serverNowMs: 1_000_000 });
    await vi.advanceTimersByTimeAsync(10);
    expect(line.sent.slice(1).map(({ operations }) => operations.map(({ kind }) => kind))).toEqual([["acknowledge-time"]]);
    lost = false;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(session.getState()).toMatchObject({ unsaved: 0, seq: 6, work: workWith("Menurut saya") });
    expect(line.sent.flatMap(({ operations }) => operations).filter(({ kind }) => kind === "acknowledge-time")).toHaveLength(1);
  });
});

describe("[J5] an attempt that a proctor has freed from its device", () => {
  const takeOvers = () => line.sent.flatMap(({ operations }) => operations).filter(({ kind }) => kind === "take-over");

  const openIn = async (phase: string, over: Partial<Snapshot>) => {
    line.snapshot = snapshotOf(over);
    session = new AttemptSession(line.snapshot.attemptId);
    session.start();
    await vi.waitFor(() => line.become("socket"));
    await vi.waitFor(() => expect(session.getState().phase).toBe(phase));
    line.snapshot = snapshotOf({ epoch: 2, seq: 9, device: "free" });
    await session.reopen();
  };

  it("is taken at once by a page that waits for it", async () => {
    await openIn("other-device", { device: "other" });
    await vi.waitFor(() => expect(takeOvers()).toHaveLength(1));
  });

  it("is left alone by the page that had it, until the person says so", async () => {
    await openIn("open", {});
    expect(session.getState().phase).toBe("other-device");
    await session.reopen();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(takeOvers()).toEqual([]);
    const opId = "01a21b03-fa85-7df0-8bf7-60f41078f0c7";
    void session.moveHere(opId).catch(() => {});
    await vi.waitFor(() => expect(takeOvers()).toMatchObject([{ opId }]));
  });
});

describe("a page that the browser has kept and shows again", () => {
  const shownAgain = (persisted: boolean) => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted }));
  const goneAway = () => window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));

  it("[J5] [J10] asks before anything can be done in it, and sends what it had only under the epoch it was made in", async () => {
    line.snapshot = snapshotOf({ status: { ...snapshotOf({}).status, work: workWith("Menurut") } as Snapshot["status"] });
    await open();
    line.refusing = true;
    session.draft("t1", text("Menurut saya"));
    goneAway();
    await vi.waitFor(() => expect(session.getState().waiting).toHaveLength(1));
    // Meanwhile another device goes on.
    line.snapshot = snapshotOf({ epoch: 2, seq: 9, device: "other", status: { ...snapshotOf({}).status, work: workWith("Menurut kami semua") } as Snapshot["status"] });
    shownAgain(true);
    expect(session.getState().phase).toBe("opening");
    expect(line.asked).toBe(1);
    await vi.waitFor(() => expect(session.getState().phase).toBe("other-device"));
    line.refusing = false;
    line.become("http");
    line.become("socket");
    await vi.waitFor(() => expect(line.sent).toHaveLength(1));
    expect(line.sent).toMatchObject([{ epoch: 1, operations: [text("Menurut saya")] }]);
    await vi.waitFor(() => expect(session.getState().waiting).toEqual([]));
  });

  it("[J10] shows what has been written since, and rests what is written now on that", async () => {
    const long = "Menurut saya ini adalah permulaan yang cukup panjang untuk dikirim sebagai selisihnya saja";
    line.snapshot = snapshotOf({ status: { ...snapshotOf({}).status, work: workWith(long) } as Snapshot["status"] });
    await open();
    goneAway();
    line.snapshot = snapshotOf({ seq: 9, status: { ...snapshotOf({}).status, work: workWith(`${long}, dan seterusnya`) } as Snapshot["status"] });
    shownAgain(true);
    await vi.waitFor(() => expect(session.getState()).toMatchObject({ phase: "open", seq: 9, work: workWith(`${long}, dan seterusnya`) }));
    expect(line.sent).toEqual([]);
    session.do(text(`${long}, dan seterusnya.`));
    await vi.waitFor(() => expect(line.sent).toMatchObject([{ epoch: 1, operations: [{ kind: "edit", edit: { from: long.length + 16, removed: 0, inserted: "." } }] }]));
  });

  it("stays as it is where another tab has gone on with the attempt, or where it was loaded anew", async () => {
    line.snapshot = snapshotOf({});
    await open();
    shownAgain(false);
    expect(session.getState().phase).toBe("open");
    expect(line.asked).toBe(0);
    await (session as unknown as { handOver: () => Promise<void> }).handOver();
    shownAgain(true);
    expect(session.getState().phase).toBe("elsewhere");
  });
});
