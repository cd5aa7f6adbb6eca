/** How long a real save takes (B1): told by the acknowledgement, which comes once it is on the server's disk. */
import { savesPerWay, wayFindings, type WayFindings } from "@kompeten/shared/contracts/device-check-rules";

/** A way that fails this often in a row is not waited for any longer. */
const failuresMax = 2;
const pauseMs = 200;

export type Timing = { monotonicMs: () => number; pause: (ms: number) => Promise<void> };

export async function measureSaves(save: (number: number) => Promise<unknown>, { monotonicMs, pause }: Timing, onTried: (tried: number) => void): Promise<WayFindings> {
  const timesMs: number[] = [];
  let failures = 0;
  let tried = 0;
  while (tried < savesPerWay && failures < failuresMax) {
    tried += 1;
    const sentMs = monotonicMs();
    try {
      await save(tried);
      timesMs.push(monotonicMs() - sentMs);
      failures = 0;
    } catch {
      failures += 1;
    }
    onTried(tried);
    // As answers come: one after the other, not as fast as the line can.
    await pause(pauseMs);
  }
  return wayFindings(timesMs, tried);
}
