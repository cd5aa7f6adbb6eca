import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, seededRandom, shuffled, uuidv7 } from "./index.ts";

describe("uuidv7", () => {
  it("is a version 7 UUID that sorts by time", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 47), fc.nat(2 ** 20), fc.uint8Array({ minLength: 10, maxLength: 10 }), (now, later, random) => {
        const first = uuidv7(now, random);
        expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(uuidv7(now + later + 1, random) > first).toBe(true);
      }),
    );
  });
});

describe("canonicalJson", () => {
  it("does not depend on the order of keys and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as never);
        expect(canonicalJson(JSON.parse(text) as never)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalJson({ b: 1, a: [true, null, "é"], c: undefined })).toBe('{"a":[true,null,"é"],"b":1}');
  });

  it("refuses numbers JSON does not have", () => {
    expect(() => canonicalJson(Number.NaN)).toThrow("not finite");
  });
});

describe("shuffled", () => {
  it("is a permutation, and the same one for the same seed", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.nat(), (values, seed) => {
        const once = shuffled(values, seededRandom(seed));
        expect(shuffled(values, seededRandom(seed))).toEqual(once);
        expect([...once].sort((a, b) => a - b)).toEqual([...values].sort((a, b) => a - b));
      }),
    );
  });
});
