import type { ClockPair } from "../../../browser/kept-attempt.ts";

/**
 * The server's time by the device's clock, from a moment at which both were known; never before what is known to have been. A clock that was set
 * forward in between cannot be told from time that has passed.
 */
export function assumedServerNow({ serverNowMs, deviceNowMs }: ClockPair, deviceNow: number, knownMs: readonly number[]): number {
  return Math.max(serverNowMs + deviceNow - deviceNowMs, serverNowMs, ...knownMs);
}
