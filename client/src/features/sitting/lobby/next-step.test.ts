import type { LobbyAttempt, LobbySitting } from "@kompeten/shared/contracts/lobby";
import { describe, expect, it } from "vitest";
import { nextStep } from "./next-step.rules.ts";

const attempt = (attemptId: string, state: LobbyAttempt["state"]) => ({ attemptId, state }) as LobbyAttempt;
const sitting = (attempts: LobbyAttempt[], acknowledged: boolean | null = true) =>
  ({ windowStartMs: 1000, windowEndMs: 2000, notice: acknowledged === null ? null : { acknowledged }, attempts }) as LobbySitting;
const waiting = sitting([attempt("a", "closed"), attempt("b", "waiting"), attempt("c", "waiting")]);

describe("the next step", () => {
  it.each([
    ["reads the notice first", sitting([attempt("a", "waiting")], false), 1500, "notice"],
    ["waits for the window by the server's clock", waiting, 999, "wait"],
    ["may start from its first millisecond", waiting, 1000, "start"],
    ["has missed it at its end", waiting, 2000, "missed"],
    ["goes on with what runs, whatever else there is", sitting([attempt("a", "running"), attempt("b", "waiting")], false), 1500, "continue"],
    ["is done", sitting([attempt("a", "closed")]), 1500, "done"],
    ["needs no notice where there is none", sitting([attempt("a", "waiting")], null), 1500, "start"],
  ] as const)("[T2] %s", (_name, one, nowMs, kind) => expect(nextStep(one, nowMs).kind).toBe(kind));

  it("is the first instrument that is not closed", () => {
    const step = nextStep(waiting, 1500);
    expect(step.kind === "start" && step.attempt.attemptId).toBe("b");
  });
});
