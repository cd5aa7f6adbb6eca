/** CPU time and memory of the processes in the play, from /proc (Linux). */
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

export type Pids = { server: number | undefined; postgres: number };
type Sample = { atMs: number; server: number; postgres: number; generator: number; machine: number };

/** Linux counts CPU time in hundredths of a second for every program, whatever the kernel ticks at. */
const ticksPerSecond = 100;

/** CPU used between two moments, in cores: 1 is one core all the time. */
export class UsageMeter {
  private readonly pids: Pids;
  private readonly from: Sample;

  constructor(pids: Pids) {
    this.pids = pids;
    this.from = sample(pids);
  }

  /** In words; `machine` is everything that ran, so that a reader sees whether the machine was shared. */
  read(): string {
    const to = sample(this.pids);
    const seconds = (to.atMs - this.from.atMs) / 1000;
    const cores = (part: keyof Sample) => ((to[part] - this.from[part]) / ticksPerSecond / seconds).toFixed(2);
    return `server ${cores("server")}, PostgreSQL ${cores("postgres")}, load generator ${cores("generator")}, whole machine ${cores("machine")} cores`;
  }

  /** Seconds of CPU the server has used. */
  serverSeconds(): number {
    return (sample(this.pids).server - this.from.server) / ticksPerSecond;
  }
}

export function residentKiB(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(found?.[1]);
}

/** Memory of PostgreSQL's processes, shared pages counted once; undefined where it may not be read. */
export function postgresKiB(postmaster: number): number | undefined {
  try {
    return [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1]), 0);
  } catch {
    return undefined;
  }
}

function sample(pids: Pids): Sample {
  const postgres = [pids.postgres, ...childrenOf(pids.postgres)].reduce((sum, pid) => sum + own(pid), 0) + ended(pids.postgres);
  return { atMs: performance.now(), server: pids.server === undefined ? 0 : own(pids.server), postgres, generator: own(process.pid), machine: machineTicks() };
}

function stat(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may contain spaces; what follows is numbers, from field 3 on.
    return text.slice(text.lastIndexOf(")") + 2).split(" ").map(Number);
  } catch {
    return [];
  }
}

const own = (pid: number): number => (stat(pid)[11] ?? 0) + (stat(pid)[12] ?? 0);
/** Of children that have ended. */
const ended = (pid: number): number => (stat(pid)[13] ?? 0) + (stat(pid)[14] ?? 0);

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => stat(pid)[1] === parent);
}

function machineTicks(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (readFileSync("/proc/stat", "utf8").split("\n")[0] ?? "").split(/\s+/).slice(1).map(Number);
  return user + nice + system + irq + softirq + steal;
}
