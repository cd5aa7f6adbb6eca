/** What goes wrong and when: made from the seed alone, so that a seed names a schedule. What the processes make of it is their own. */
import { seededRandom, shuffled } from "@kompeten/shared/kernel";

export type Fault =
  | { kind: "web-kill"; processes: readonly number[] }
  /** Both restart the database: an immediate stop (no checkpoint, recovery at the start), or SIGKILL of the postmaster. */
  | { kind: "database-stop" | "database-kill"; downMs: number }
  /** `silent`: nothing comes through and nobody says so; `reset`: connections break at once. `told`: the browser notices that the network is gone. */
  | { kind: "line-cut"; candidates: readonly number[]; durationMs: number; manner: "silent" | "reset"; told: boolean }
  /** Shares of messages, in both directions, of all candidates. */
  | { kind: "weather"; durationMs: number; dropped: number; doubled: number; late: number; lateMsMax: number }
  | { kind: "tab-crash" | "tab-reload"; candidates: readonly number[] }
  | { kind: "clock-jump"; candidates: readonly number[]; byMs: number }
  | { kind: "take-over"; candidates: readonly number[] };
export type Timed = { atMs: number; fault: Fault };
/** `apart`: how many times as far apart as usual the faults are, so that more of them can be told from the next. */
export type Extent = { seed: number; seconds: number; candidates: number; apart: number };

/** The last seconds without a new fault, so that each has time to heal before the end is judged. */
export const calmEndMs = 5_000;
export const webProcesses = 2;

export function schedule(extent: Extent): Timed[] {
  const random = seededRandom(extent.seed);
  const faults = [...serverFaults(extent, random), ...candidateFaults(extent, random)];
  return faults.sort((a, b) => a.atMs - b.atMs);
}

/** Far enough apart that the recovery from one can be told from the next. */
function serverFaults({ seconds, apart }: Extent, random: () => number): Timed[] {
  const faults: Timed[] = [];
  let deck: Fault["kind"][] = [];
  for (let atMs = 3_000 + 2_000 * random(); atMs < seconds * 1000 - calmEndMs; atMs += apart * (7_000 + 8_000 * random())) {
    // From a shuffled deck, so that even a short run meets each kind.
    if (deck.length === 0) deck = shuffled<Fault["kind"]>(["web-kill", "web-kill", "database-stop", "database-kill"], random);
    const kind = deck.pop();
    const one = Math.floor(random() * webProcesses);
    const all = random() < 0.15;
    const downMs = Math.round(random() < 0.2 ? 6_000 * random() : 1_500 * random());
    if (kind === "web-kill") faults.push({ atMs, fault: { kind, processes: all ? [0, 1] : [one] } });
    else if (kind === "database-stop" || kind === "database-kill") faults.push({ atMs, fault: { kind, downMs } });
  }
  return faults;
}

function candidateFaults(extent: Extent, random: () => number): Timed[] {
  const faults: Timed[] = [];
  const endMs = extent.seconds * 1000 - calmEndMs;
  for (let atMs = 1_500; atMs < endMs; atMs += extent.apart * (1_000 + 4_000 * random())) faults.push({ atMs, fault: candidateFault(extent, random, endMs - atMs) });
  return faults;
}

function candidateFault({ candidates }: Extent, random: () => number, leftMs: number): Fault {
  const some = (share: number) => {
    const chosen = Array.from({ length: candidates }, (_, index) => index).filter(() => random() < share);
    return chosen.length > 0 ? chosen : [Math.floor(random() * candidates)];
  };
  const dice = random();
  if (dice < 0.4) {
    // From half a second to a minute, short ones more often.
    const durationMs = Math.round(Math.min(500 * 120 ** random(), Math.max(500, leftMs)));
    return { kind: "line-cut", candidates: some(0.02 + 0.15 * random()), durationMs, manner: random() < 0.5 ? "silent" : "reset", told: random() < 0.4 };
  }
  if (dice < 0.6) return { kind: "weather", durationMs: Math.round(1_000 + 5_000 * random()), dropped: 0.05 * random(), doubled: 0.2 * random(), late: 0.15 * random(), lateMsMax: Math.round(500 * 24 ** random()) };
  if (dice < 0.73) return { kind: "tab-crash", candidates: some(0.05) };
  if (dice < 0.84) return { kind: "tab-reload", candidates: some(0.05) };
  if (dice < 0.94) return { kind: "clock-jump", candidates: some(0.1), byMs: Math.round((random() < 0.5 ? -1 : 1) * 1_000 * 86_400 ** random()) };
  return { kind: "take-over", candidates: some(0.03) };
}

/** One line per kind, for the print-out. */
export function summary(faults: readonly Timed[]): string {
  const counts = new Map<string, number>();
  for (const { fault } of faults) counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `${kind} ×${count}`).join(", ");
}
