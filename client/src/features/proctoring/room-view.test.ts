import type { RoomPush, SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { expect, it } from "vitest";
import { pushed, type Supervision } from "./room-view.rules.ts";

const attempt = (attemptId: string, answered: number) => ({ attemptId, answered, unsaved: 0 }) as SupervisedAttempt;
const view: Supervision = { serverNowMs: 1_000, version: 4, sittings: [], total: 2, attempts: [attempt("a", 1), attempt("b", 2)], record: [], receivedMs: 10 };
const push = (version: number, attempts: RoomPush["attempts"] = []): RoomPush => ({ assessmentId: "x", sittingId: null, version, serverNowMs: 2_000, total: 2, attempts, record: [] });

it("[P1] lays what has changed over what was known, and adds what is new", () => {
  const after = pushed(view, push(5, [{ attemptId: "b", answered: 3 }, attempt("c", 0)]), 20);
  expect(after).toMatchObject({ version: 5, serverNowMs: 2_000, receivedMs: 20, attempts: [attempt("a", 1), { attemptId: "b", answered: 3, unsaved: 0 }, attempt("c", 0)] });
  expect(after?.attempts[0]).toBe(view.attempts[0]);
});

it("[P1] takes a silent push as a sign of life, and an old one as nothing", () => {
  expect(pushed(view, push(4), 20)).toEqual({ ...view, serverNowMs: 2_000, receivedMs: 20 });
  expect(pushed(view, push(3, [{ attemptId: "a", answered: 9 }]), 20)).toBe(view);
});

it("[P1] asks for the whole when a push was missed", () => expect(pushed(view, push(6), 20)).toBeUndefined());
