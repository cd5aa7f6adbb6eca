import { expect, it } from "vitest";
import { entryRefusal, type EntryFacts } from "./entry.rules.ts";

const minute = 60_000;
const facts = (values: Partial<EntryFacts>): EntryFacts => ({ windowStartMs: 0, proctorStarts: false, closesMs: null, roomStartedMs: null, identity: null, admitted: false, begun: false, ...values });

it.each([
  ["nothing asked for", {}, 500, undefined],
  ["the room not started", { proctorStarts: true }, 1, "room-not-started"],
  ["the room started", { proctorStarts: true, roomStartedMs: 30 * minute }, 31, undefined],
  ["in time after the window's start", { closesMs: 15 * minute }, 14, undefined],
  ["too late after the window's start", { closesMs: 15 * minute }, 15, "entry-closed"],
  ["in time after a late start of the room", { closesMs: 15 * minute, proctorStarts: true, roomStartedMs: 30 * minute }, 44, undefined],
  ["too late after the start of the room", { closesMs: 15 * minute, proctorStarts: true, roomStartedMs: 30 * minute }, 45, "entry-closed"],
  ["admitted", { closesMs: 15 * minute, admitted: true }, 99, undefined],
  ["with an instrument of the sitting begun", { closesMs: 15 * minute, begun: true }, 99, undefined],
  ["identity refused", { identity: "refused", admitted: true, begun: true }, 1, "identity-refused"],
  ["identity confirmed", { identity: "confirmed" }, 1, undefined],
  ["admitted, but nobody has started the room", { proctorStarts: true, admitted: true }, 1, "room-not-started"],
] as const)("[R3] [R4] %s", (_, values, nowMinutes, refusal) => expect(entryRefusal(facts(values), nowMinutes * minute)).toBe(refusal));
