import { describe, expect, it } from "vitest";
import { endOf } from "./integration.rules.ts";

const noon = new Date("2026-11-26T05:00:00Z");
const evening = new Date("2026-11-26T10:00:00Z");
const attempt = (state: string, stage: "pending" | "closed" | "absent", windowEnd = noon) => ({ state, stage, windowEnd });
const done = { integrated: true, attempts: [attempt("closed", "closed")] };
const came = { integrated: false, attempts: [attempt("closed", "closed"), attempt("waiting", "absent")] };
const working = { integrated: false, attempts: [attempt("running", "pending"), attempt("waiting", "pending")] };
const never = { integrated: false, attempts: [attempt("waiting", "absent"), attempt("waiting", "absent")] };
const mayCome = { integrated: false, attempts: [attempt("waiting", "absent"), attempt("waiting", "pending", evening)] };
const seatless = { integrated: false, attempts: [] };

describe("an assessment is over", () => {
  it.each([
    ["with everybody's integration", [done, done], { state: "over" }],
    ["without whoever never came", [done, never], { state: "over" }],
    ["not while work waits for its integration, although some of it was missed", [done, came], { state: "outstanding" }],
    ["not while somebody works", [done, working, mayCome], { state: "outstanding" }],
    ["not before the last window is where nobody has come yet", [never, mayCome], { state: "may-come", until: evening }],
    ["not by somebody who sits nowhere", [done, seatless], { state: "outstanding" }],
    ["perhaps when the last window is, if somebody may still come", [done, never, mayCome], { state: "may-come", until: evening }],
    ["without any result where nobody came at all", [never, never], { state: "over" }],
    ["not where nobody is enrolled", [], { state: "outstanding" }],
  ] as const)("%s", (_, participants, end) => {
    expect(endOf(participants)).toEqual(end);
  });
});
