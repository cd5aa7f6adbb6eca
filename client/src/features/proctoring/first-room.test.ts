import { describe, expect, it } from "vitest";
import { inRoomOrder } from "./first-room.rules.ts";

const nowMs = Date.parse("2026-11-26T03:00:00Z");
const at = (hours: number) => new Date(nowMs + hours * 3_600_000).toISOString();
const room = (id: string, from: number | null, to: number | null, state: "open" | "closed" = "open") => ({ id, state, firstStart: from === null ? null : at(from), lastEnd: to === null ? null : at(to) });
const sitting = (assessmentId: string, from: number, to: number, waiting: number, working: number) => ({ assessmentId, windowStart: at(from), windowEnd: at(to), waiting, working });
const order = (rooms: ReturnType<typeof room>[], sittings: ReturnType<typeof sitting>[]) => inRoomOrder(rooms, sittings, nowMs).map(({ id }) => id);

describe("the room that opens", () => {
  it("is where people work, then where they may begin, then what begins next; what is over comes last", () => {
    const rooms = [room("closed", -50, -40, "closed"), room("over", -9, -5), room("tomorrow", 24, 26), room("soon", -30, 6), room("may", -1, 2), room("few", -2, 1), room("many", -2, 1)];
    const sittings = [sitting("soon", 4, 6, 9, 0), sitting("may", -1, 2, 3, 0), sitting("few", -2, 1, 0, 1), sitting("many", -2, 1, 4, 12), sitting("over", -9, -5, 2, 0)];
    expect(order(rooms, sittings)).toEqual(["many", "few", "may", "soon", "tomorrow", "over", "closed"]);
  });
  it("is still one where somebody works after its window", () => expect(order([room("next", 1, 2), room("late", -9, -1)], [sitting("late", -9, -1, 0, 1)])).toEqual(["late", "next"]));
  it("follows the plan's own dates where nobody counts the sittings", () => expect(order([room("over", -9, -5), room("none", null, null), room("days", -9, 9), room("next", 1, 2)], [])).toEqual(["next", "none", "days", "over"]));
  it("of what is over is the latest", () => expect(order([room("old", -90, -80, "closed"), room("new", -9, -8, "closed")], [])).toEqual(["new", "old"]));
});
