import "fake-indexeddb/auto";
import { noWork } from "@kompeten/shared/attempt";
import type { Snapshot } from "@kompeten/shared/contracts/delivery";
import type { SessionView } from "@kompeten/shared/contracts/session";
import type { Paper } from "@kompeten/shared/paper";
import { afterEach, describe, expect, it, vi } from "vitest";
import { forgetOthers } from "../../../browser/kept-attempt.ts";
import { forgetKept } from "../../../browser/kept-mark.ts";
import type { QueueStore } from "../queue/queue-store.ts";
import { firstState, type SessionState } from "../session/session-state.ts";
import { AttemptKeeper, type Known } from "./attempt-keeper.ts";
import { Keeping } from "./keeping.ts";

const attemptId = "11111111-1111-7111-8111-111111111111";
const viewer = (id: string, agency = "jatim") => ({ account: { id }, agency: { id: agency } }) as SessionView;
const status = { state: "running", startedAtMs: 0, deadlineMs: 9_000_000, pausedSinceMs: null, work: noWork, sections: null } as never;
const paper = { kind: "test", sections: [] } as unknown as Paper;
const emergency = { keyId: "k", publicKey: "p", pass: "s" };

function page(owner = viewer("sari")) {
  const known: Known = { snapshot: { attemptId, seq: 3 } as Snapshot, state: { ...firstState, phase: "open", status, seq: 5, paper }, epoch: 1, timeAcknowledgedSeq: 0, saved: { ...noWork, flagged: ["butir-1"] }, serverNowMs: 1_000_000, emergency };
  return { known, keeping: new Keeping(attemptId, owner, () => known) };
}
/** What a page of this account that is loaded without a line would find. */
const found = (owner = viewer("sari")) => new AttemptKeeper(attemptId, owner, () => page().known).restore([]);
const become = (keeping: Keeping, known: Known, change: Partial<SessionState>) => keeping.follow((known.state = { ...known.state, ...change }));

afterEach(() => forgetKept());

describe("what is kept of a running attempt (ADR 0012)", () => {
  it("is what the server has acknowledged, with the paper", async () => {
    const { keeping, known } = page();
    keeping.follow(known.state);
    await vi.waitFor(async () => expect(await found()).toMatchObject({ snapshot: { seq: 5, status: { work: { flagged: ["butir-1"] } } }, paper: { paper, emergency } }));
  });

  it("is nobody else's: not another account's, and not this one's in another agency", async () => {
    const { keeping, known } = page();
    keeping.follow(known.state);
    await vi.waitFor(async () => expect((await found())?.paper).not.toBeNull());
    expect(await found(viewer("budi"))).toBeNull();
    expect(await found(viewer("sari", "babel"))).toBeNull();
  });

  it.each([
    ["the attempt has ended", { status: { state: "closed" } as never }],
    ["another device has taken over", { phase: "other-device" as const }],
    ["the server will not open it any more", { phase: "refused" as const }],
  ])("is gone when %s, and comes back with nothing that is written later", async (_when, change) => {
    const { keeping, known } = page();
    keeping.follow(known.state);
    await vi.waitFor(async () => expect((await found())?.paper).not.toBeNull());
    become(keeping, known, change);
    await vi.waitFor(async () => expect(await found()).toBeNull());
    await keeping.with((keeper) => keeper.keep());
    expect(await found()).toBeNull();
  });

  it.each([
    ["somebody signs out", () => forgetKept(), false],
    ["somebody else signs in", () => forgetOthers("budi"), false],
    ["the same person signs in again", () => forgetOthers("sari"), true],
  ])("when %s", async (_when, happens, stays) => {
    const { keeping, known } = page();
    keeping.follow(known.state);
    await vi.waitFor(async () => expect((await found())?.paper).not.toBeNull());
    await happens();
    expect((await found()) !== null).toBe(stays);
  });

  it("is gone while the session is over, and there again with the next one", async () => {
    const { keeping, known } = page();
    keeping.follow(known.state);
    await vi.waitFor(async () => expect((await found())?.paper).not.toBeNull());
    become(keeping, known, { line: "signed-out" });
    await vi.waitFor(async () => expect(await found()).toBeNull());
    become(keeping, known, { line: "socket" });
    await vi.waitFor(async () => expect(await found()).toMatchObject({ snapshot: { seq: 5 }, paper: { paper } }));
  });

  it("[J8] is written down before the queue lets go of what was acknowledged, and what is new waits for nothing", async () => {
    const { keeping, known } = page();
    const done: string[] = [];
    const store: QueueStore = {
      persistent: true,
      list: async () => [],
      replace: async (put) => void done.push(put.length > 0 ? "new" : `removed at seq ${(await found())?.snapshot.seq}`),
    };
    const queue = keeping.around(store);
    await keeping.with((keeper) => keeper.keep());
    known.state = { ...known.state, seq: 6 };
    await queue.replace([], ["a"]);
    const written = queue.replace([{} as never], ["b"]);
    expect(done).toEqual(["removed at seq 6", "new"]);
    await written;
  });

  it("is nothing in a practice", async () => {
    const keeping = new Keeping(attemptId, null, () => page().known);
    keeping.follow(page().known.state);
    expect(await keeping.with((keeper) => keeper.keep())).toBeNull();
    expect(await found()).toBeNull();
  });
});
