import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PasswordHasher } from "./password-hasher.ts";

const { verified } = vi.hoisted(() => ({ verified: [] as string[] }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: (encoded: string, password: string) => (verified.push(encoded.split("$")[3] ?? ""), real.verify(encoded, password)) };
});

let hasher: PasswordHasher;
beforeAll(() => {
  vi.stubEnv("NODE_ENV", "production");
  vi.stubEnv("VITEST", undefined);
  hasher = new PasswordHasher();
});
afterAll(() => vi.unstubAllEnvs());

const slow = "m=19456,t=2,p=1";
const quick = "m=1024,t=1,p=1";

describe("passwords", () => {
  it("that people choose are hashed slowly, those made here at random quickly, and both are known again", async () => {
    const chosen = await hasher.hash("sandi yang dipilih");
    const random = hasher.oneTime();
    const card = await hasher.hashOneTime(random);
    expect([chosen.includes(slow), card.includes(quick)]).toEqual([true, true]);
    expect([await hasher.verify(chosen, "sandi yang dipilih"), await hasher.verify(card, random)]).toEqual([true, true]);
    expect([await hasher.verify(chosen, random), await hasher.verify(card, "sandi yang dipilih"), await hasher.verify(null, random), await hasher.verify(undefined, "a password that nobody has")]).toEqual([false, false, false, false]);
  });

  it("cost the same work to verify, whoever asks", async () => {
    const works: string[][] = [];
    for (const stored of [await hasher.hash("sandi yang dipilih"), await hasher.hashOneTime("abcd-efgh-jkmn"), null, undefined]) {
      verified.length = 0;
      await hasher.verify(stored, "tebakan");
      works.push([...verified].sort());
    }
    expect(works).toEqual([1, 2, 3, 4].map(() => [quick, slow]));
  });
});
