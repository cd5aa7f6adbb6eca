import { createCipheriv, randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { AppendAnswer, PaperView, SealedPaper } from "@kompeten/shared/contracts/delivery";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PaperHolder } from "./paper-holder.ts";

const attemptId = "01900000-0000-7000-8000-000000000001";
const view = { attemptId, paper: { kind: "test", sections: [] }, nextArrivalAtMs: null, emergency: { keyId: "k", publicKey: "", pass: "" } } as unknown as PaperView;
const key = randomBytes(32);

function sealed(): SealedPaper {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(attemptId));
  return { attemptId, sealed: Buffer.concat([nonce, cipher.update(gzipSync(JSON.stringify(view))), cipher.final(), cipher.getAuthTag()]).toString("base64") };
}
const started = (paperKey?: string): AppendAnswer => ({ ok: true, serverNowMs: 0, acknowledgements: [{ opId: attemptId, ok: true, seq: 3, atMs: 0, ...(paperKey === undefined ? {} : { paperKey }) }] });
const source = (sealedPaper: () => Promise<SealedPaper | null>) => ({ paper: vi.fn(async () => view), documents: vi.fn(), sealedPaper: vi.fn(sealedPaper) });

describe("[T6] the paper of a start", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  it("is fetched once within three seconds of waiting, and opened by the start's key without another question", async () => {
    const shown = vi.fn();
    const holder = new PaperHolder(shown);
    const from = source(async () => sealed());
    holder.expect(from);
    holder.expect(from);
    vi.advanceTimersByTime(3_000);
    await holder.start(from, async () => {
      // A push that is quicker than the acknowledgement asks for nothing either.
      await holder.fetch(from);
      return started(key.toString("base64url"));
    });
    expect(from.sealedPaper).toHaveBeenCalledOnce();
    expect(from.paper).not.toHaveBeenCalled();
    expect(shown).toHaveBeenCalledExactlyOnceWith({ paper: view.paper, arrived: [] });
    expect(holder.emergency).toEqual(view.emergency);
  });

  it("is waited for before the start is sent, so that no clock runs meanwhile; where it does not come, nothing is started", async () => {
    const holder = new PaperHolder(() => {});
    const send = vi.fn(async () => started());
    let arrive: (paper: SealedPaper) => void = () => {};
    let fails = true;
    const from = source(() => (fails ? Promise.reject(new Error("no line")) : new Promise((resolve) => (arrive = resolve))));
    await expect(holder.start(from, send)).rejects.toThrow("no line");
    fails = false;
    const starting = holder.start(from, send);
    await Promise.resolve();
    expect(send).not.toHaveBeenCalled();
    arrive(sealed());
    await starting;
    expect(send).toHaveBeenCalledOnce();
  });

  it.each<[string, () => Promise<SealedPaper | null>, string | undefined]>([
    ["there is none", async () => null, key.toString("base64url")],
    ["the start brought no key", async () => sealed(), undefined],
    ["the key does not open it", async () => sealed(), randomBytes(32).toString("base64url")],
  ])("is asked for after the start where %s", async (_, sealedPaper, paperKey) => {
    const holder = new PaperHolder(() => {});
    const from = source(sealedPaper);
    await holder.start(from, async () => started(paperKey));
    expect(holder.isHere).toBe(false);
    await holder.fetch(from);
    expect(holder.isHere).toBe(true);
  });
});
