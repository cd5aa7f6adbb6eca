import { describe, expect, it } from "vitest";
import { AddressThrottle } from "./address-throttle.ts";

describe("AddressThrottle", () => {
  it("lets so many calls a minute through from each address, then says how long to wait", () => {
    const throttle = new AddressThrottle(2);
    expect([throttle.attempt("a", 0), throttle.attempt("a", 1_000), throttle.attempt("a", 15_000), throttle.attempt("b", 15_000)]).toEqual([0, 0, 45, 0]);
    expect(throttle.attempt("a", 60_000)).toBe(0);
  });
});
