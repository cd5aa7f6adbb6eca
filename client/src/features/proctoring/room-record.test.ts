import type { RoomEntry } from "@kompeten/shared/contracts/room-record";
import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { expect, it } from "vitest";
import { marksOf, recordView } from "./room-record.rules.ts";

const seat = (enrolmentId: string, sittingId = "s") => ({ enrolmentId, sittingId }) as SupervisedAttempt;
const entry = (entryId: string, values: object) => ({ entryId, opId: entryId, atMs: 1, by: "Pengawas", sittingId: null, enrolmentId: null, ...values }) as RoomEntry;
const attempts = [seat("a"), seat("a"), seat("b"), seat("c", "other")];
const record = [
  entry("1", { kind: "message", text: "Semua", sittingId: "s" }),
  entry("2", { kind: "message", text: "Satu", enrolmentId: "c" }),
  entry("3", { kind: "message-read", messageId: "1", enrolmentId: "a", atMs: 9 }),
  entry("4", { kind: "incident", category: "health", text: "Sakit", occurredAtMs: 3, enrolmentId: "b" }),
  entry("5", { kind: "incident", category: "disturbance", text: "Alarm", occurredAtMs: 4, sittingId: "s" }),
];

it("[R2] counts who was told and who has read, each person once", () => {
  expect(recordView(record, attempts).messages).toMatchObject([{ text: "Satu", toAll: false, to: 1, read: 0 }, { text: "Semua", toAll: true, to: 2, read: 1 }]);
});

it("[R3] [R4] knows when a room began, who was admitted, and the last word on who somebody is", () => {
  const view = recordView(
    [
      entry("6", { kind: "room-started", sittingId: "s", atMs: 50 }),
      entry("7", { kind: "room-started", sittingId: "s", atMs: 60 }),
      entry("8", { kind: "identity", enrolmentId: "a", outcome: "refused", reason: "Kartu lain" }),
      entry("9", { kind: "identity", enrolmentId: "a", outcome: "confirmed", reason: null }),
      entry("10", { kind: "admitted", enrolmentId: "b", reason: "Banjir" }),
    ],
    attempts,
  );
  expect([view.startedMs.get("s"), view.identity.get("a")?.outcome, view.admitted.has("b"), view.admitted.has("a")]).toEqual([50, "confirmed", true, false]);
});

it("[R1] marks whom something was noted of and who has something unread", () => {
  const view = recordView(record, attempts);
  expect(["a", "b", "c"].map((enrolmentId) => marksOf(view, { enrolmentId }))).toEqual([{ incidents: 0, unread: 0, held: false }, { incidents: 1, unread: 1, held: false }, { incidents: 0, unread: 1, held: false }]);
  expect(view.ofCandidate({ enrolmentId: "a", sittingId: "s" })).toMatchObject([{ entry: { text: "Alarm" } }, { entry: { text: "Semua" }, readAtMs: 9 }]);
});

it("[R5] knows who is held for a wrong hash: until somebody is checked again or let go on without, and not for what was written before that was asked", () => {
  const found = (id: string, enrolmentId: string, outcome: "missing" | "mismatch", request: object | null = {}) => entry(id, { kind: "browser-checked", sittingId: "s", enrolmentId, outcome, ...(request && { request }) });
  const deed = (id: string, kind: string, enrolmentId: string) => entry(id, { kind, enrolmentId, reason: "Alasan" });
  const record = [found("1", "a", "mismatch"), found("2", "b", "missing"), found("3", "c", "mismatch", null), deed("4", "browser-released", "a"), found("5", "d", "mismatch"), deed("6", "browser-exempted", "d"), found("7", "d", "mismatch")];
  const heldOf = (entries: RoomEntry[]) => ["a", "b", "c", "d"].filter((enrolmentId) => marksOf(recordView(entries, attempts), { enrolmentId }).held);
  expect(heldOf(record.slice(0, 3))).toEqual(["a"]);
  expect(heldOf(record)).toEqual([]);
  expect(heldOf([...record, found("8", "a", "mismatch")])).toEqual(["a"]);
});
