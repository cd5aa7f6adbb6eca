import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { homeAgency, isValidOn, localDate } from "./membership.rules.ts";
import { afterFailure, asToken, isLocked, lockedMinutes, needsLastSeen, normaliseLogin, passwordAllowed, sessionHolds, type LockState } from "./sign-in.rules.ts";

const now = new Date("2026-11-23T08:00:00Z");
const later = (ms: number): Date => new Date(now.getTime() + ms);
const minute = 60_000;

describe("normaliseLogin", () => {
  it.each([
    [" Siti.Rahma ", "siti.rahma"],
    ["19850312 201001 1 005", "198503122010011005"],
    ["siti rahma", "siti rahma"],
  ])("%s → %s", (typed, login) => expect(normaliseLogin(typed)).toBe(login));

  it("changes nothing the second time", () => {
    fc.assert(fc.property(fc.string(), (typed) => {
      expect(normaliseLogin(normaliseLogin(typed))).toBe(normaliseLogin(typed));
    }));
  });
});

describe("[R6] a token", () => {
  it.each([
    ["abcd-efgh-jkmn", "abcd-efgh-jkmn"],
    ["ABCD EFGH JKMN", "abcd-efgh-jkmn"],
    [" abcdefghjkmn ", "abcd-efgh-jkmn"],
    ["Kata Sandi Yang Panjang", "Kata Sandi Yang Panjang"],
  ])("%s is tried as %s", (typed, token) => expect(asToken(typed)).toBe(token));
});

describe("the lock", () => {
  it("comes with the fifth failure and lasts fifteen minutes", () => {
    let state: LockState = { failedSignIns: 0, lockedUntil: null };
    for (let failure = 1; failure <= 4; failure++) {
      state = afterFailure(state, now);
      expect(isLocked(state, now)).toBe(false);
    }
    state = afterFailure(state, now);
    expect([isLocked(state, now), lockedMinutes(state, now)]).toEqual([true, 15]);
    expect(lockedMinutes(state, later(14 * minute + 1))).toBe(1);
    expect(isLocked(state, later(15 * minute))).toBe(false);
  });

  it("is not prolonged by more failures, and begins anew after it", () => {
    const locked = { failedSignIns: 5, lockedUntil: later(10 * minute) };
    expect(afterFailure(locked, later(9 * minute))).toBe(locked);
    expect(afterFailure(locked, later(11 * minute))).toEqual({ failedSignIns: 1, lockedUntil: null });
  });
});

describe("passwords", () => {
  it.each([
    ["123456789", "password-too-short"],
    ["1985 03 12 2010 01 1 005", "password-is-login"],
  ])("%s is refused: %s", (password, refusal) => expect(passwordAllowed(password, "198503122010011005")).toEqual({ ok: false, refusal }));
  it("of ten characters are taken", () => expect(passwordAllowed("1234567890", "siti").ok).toBe(true));
});

describe("sessions", () => {
  const session = { lastSeenAt: now, expiresAt: later(12 * 60 * minute), revokedAt: null };
  it("hold while used, and not after two idle hours, their end, or being revoked", () => {
    expect(sessionHolds(session, later(120 * minute - 1))).toBe(true);
    expect(sessionHolds(session, later(120 * minute))).toBe(false);
    expect(sessionHolds({ ...session, lastSeenAt: later(719 * minute) }, later(720 * minute))).toBe(false);
    expect(sessionHolds({ ...session, revokedAt: now }, now)).toBe(false);
  });
  it("are marked as seen at most once a minute", () => {
    expect([needsLastSeen(session, later(minute - 1)), needsLastSeen(session, later(minute))]).toEqual([false, true]);
  });
});

describe("memberships", () => {
  it.each([
    ["2026-11-23", "2026-11-23", null, true],
    ["2026-11-23", "2026-11-22", null, false],
    ["2026-11-24", null, null, false],
    ["2026-11-01", null, null, true],
    ["2026-11-01", null, now, false],
  ])("from %s to %s, ended %s: %s", (validFrom, validUntil, endedAt, valid) => expect(isValidOn({ validFrom, validUntil, endedAt }, "2026-11-23")).toBe(valid));

  it("count by the date where the agency is", () => {
    const evening = new Date("2026-11-23T16:30:00Z");
    expect([localDate(evening, "Asia/Jakarta"), localDate(evening, "Asia/Makassar"), localDate(evening, "UTC")]).toEqual(["2026-11-23", "2026-11-24", "2026-11-23"]);
  });

  it("the oldest valid one says who looks after the account", () => {
    expect(homeAgency([])).toBeUndefined();
    expect(homeAgency([{ agencyId: "b", createdAt: later(1) }, { agencyId: "a", createdAt: now }])).toBe("a");
  });
});
