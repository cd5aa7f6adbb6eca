import { savesPerWay, wayFindings, type CheckedLine, type DeviceFindings, type SaveWay, type WayFindings } from "@kompeten/shared/contracts/device-check-rules";
import { ServerClock } from "../session/server-clock.ts";
import { missingFeatures, screenSize, tryStorage } from "./device.ts";
import { measureSaves, type Timing } from "./measure.ts";
import { httpWay, socketWay, type Way } from "./ways.ts";

export type Part = Exclude<CheckedLine, "line"> | SaveWay;
export type Progress = { part: Part; done: number };

const before: readonly Part[] = ["browser", "storage", "screen", "clock"];
/** Each save is one. */
export const stepsOfCheck = before.length + 2 * savesPerWay;

/** Everything, one thing after the other, in under a minute. Rejects where `signal` says that nobody waits for it any more. */
export async function runCheck(checkId: string, tell: (progress: Progress) => void, signal: AbortSignal): Promise<DeviceFindings> {
  const reached = (part: Part, done: number) => {
    signal.throwIfAborted();
    tell({ part, done });
  };
  const clock = new ServerClock();
  reached("browser", 1);
  const missing = missingFeatures();
  reached("storage", 2);
  const storage = await tryStorage(checkId);
  reached("screen", 3);
  const screen = screenSize();
  reached("clock", before.length);
  const socket = await saves(() => socketWay(checkId), clock, (tried) => reached("socket", before.length + tried));
  const http = await saves(async () => httpWay(checkId), clock, (tried) => reached("http", before.length + savesPerWay + tried));
  const serverNowMs = clock.nowMs();
  return { missing, storage, screen, clockOffsetMs: serverNowMs === undefined ? null : Math.round(Date.now() - serverNowMs), socket, http };
}

async function saves(open: () => Promise<Way>, clock: ServerClock, onTried: (tried: number) => void): Promise<WayFindings> {
  const way = await open().catch(() => null);
  if (!way) return wayFindings([], 1);
  try {
    if (way.clock) await clock.measure(way.clock).catch(() => {});
    const save = async (number: number) => {
      const sentMs = clock.mark();
      clock.observe(await way.save(number), sentMs);
    };
    return await measureSaves(save, timing, onTried);
  } finally {
    way.close();
  }
}

const timing: Timing = { monotonicMs: () => performance.now(), pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };
