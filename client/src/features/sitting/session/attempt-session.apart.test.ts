import "fake-indexeddb/auto";
import type { AppendAnswer, OperationsBody, Snapshot } from "@kompeten/shared/contracts/delivery";
import type { SessionView } from "@kompeten/shared/contracts/session";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keptAttempt } from "../../../browser/kept-attempt.ts";
import { openQueueStore } from "../queue/indexed-queue-store.ts";
import { OperationQueue } from "../queue/operation-queue.ts";
import { newId } from "../../../browser/new-id.ts";
import { AttemptSession } from "./attempt-session.ts";
import type { LineState } from "./attempt-line.ts";

/** A line that answers what it is told to, and remembers what it was asked. */
const line = vi.hoisted(() => ({
  sent: [] as OperationsBody[],
  snapshot: null as unknown as Snapshot,
  unanswered: 0,
  refusing: false,
  started: 0,
  become: (_state: LineState): void => {},
}));
vi.mock("./attempt-line.ts", () => ({
  AttemptLine: class {
    constructor(_attemptId: string, events: { onState: (state: LineState) => void }) {
      line.become = events.onState;
    }
    start() {
      line.started++;
    }
    close() {}
    open = async () => {
      if (line.unanswered-- > 0) throw new Error("no answer");
      return { ok: true, snapshot: line.snapshot };
    };
    tell = async () => true;
    clock = async () => line.snapshot.serverNowMs;
    paper = async () => Promise.reject(new Error("no paper"));
    append = async (body: OperationsBody): Promise<AppendAnswer> => {
      if (line.refusing) throw new Error("no line");
      line.sent.push(body);
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
