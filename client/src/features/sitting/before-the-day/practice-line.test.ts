import type { Operation } from "@kompeten/shared/contracts/delivery";
import type { PracticeView } from "@kompeten/shared/contracts/practice";
import { describe, expect, it, vi } from "vitest";
import { PracticeLine } from "./practice-line.ts";

const item = (id: string) => ({ id, interaction: "choice" as const, prompt: id, options: [{ id: "a", text: "Ya" }, { id: "b", text: "Tidak" }], shuffleOptions: false });
const practice: PracticeView = { title: "Latihan", candidateInstructions: "", limitMs: 60_000, paper: { kind: "test", sections: [{ id: "satu", title: "Satu", instructions: [], shuffleItems: false, items: [item("q1")] }] } };
const answer = (opId: string, itemId: string): Operation => ({ opId, kind: "respond", itemId, response: { interaction: "choice", optionId: "a" } });

function begun() {
  let nowMs = 1_000_000;
  const line = new PracticeLine(practice, { attemptId: "p1", seed: 1, nowMs: () => nowMs }, { onState: () => {} });
  const status = async () => {
    const opened = await line.open();
    if (!opened.ok) throw new Error(opened.refusal);
    return opened.snapshot.status;
  };
  return { line, status, pass: (ms: number) => (nowMs += ms), send: async (...operations: Operation[]) => line.append({ epoch: 1, operations }) };
}

describe("[B4] the other end of a practice's line", () => {
  it("runs at once, takes answers as the server's machine does, and asks nobody", async () => {
    const asked = vi.spyOn(globalThis, "fetch");
    const { send, status } = begun();
    const first = await send(answer("o1", "q1"), answer("o2", "not-there"));
    expect(first).toMatchObject({ ok: true, acknowledgements: [{ opId: "o1", ok: true }, { opId: "o2", ok: false, refusal: "unknown-item" }] });
    expect(await send(answer("o1", "q1"))).toMatchObject({ acknowledgements: [(first as { acknowledgements: unknown[] }).acknowledgements[0]] });
    expect(await status()).toMatchObject({ state: "running", work: { responses: { q1: { optionId: "a" } } } });
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it("ends when it is handed in, and by itself when its time is up", async () => {
    const handed = begun();
    await handed.send({ opId: "o1", kind: "submit" });
    expect(await handed.status()).toMatchObject({ state: "closed", reason: "submitted" });
    const left = begun();
    left.pass(59_999);
    expect(await left.status()).toMatchObject({ state: "running" });
    left.pass(1);
    expect(await left.status()).toMatchObject({ state: "closed", reason: "expired" });
    expect(await left.send(answer("o1", "q1"))).toMatchObject({ acknowledgements: [{ ok: false }] });
  });
});
