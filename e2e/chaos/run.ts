/** One run: stage, faults by the schedule, calm, hand-in, and the comparison of every candidate's own log with the database. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import pg from "pg";
import { seededRandom } from "@kompeten/shared/kernel";
import { freePort } from "../../server/src/platform/database/embedded-postgres.ts";
import { prepareDatabase } from "../../server/src/platform/database/prepare.ts";
import { Database, WebProcess } from "./backstage.ts";
import { Candidate } from "./candidate.ts";
import { check, type Aside, type Head, type Row, type Violation } from "./checker.ts";
import { calm, DeviceLine, Proxy } from "./proxy.ts";
import { recovery, type Outage, type Recovery } from "./recovery.ts";
import { schedule, webProcesses, type Extent, type Fault, type Timed } from "./schedule.ts";
import { stage } from "./stage.ts";

export type Options = Extent & { plant: string | null; clockMs: number };
export type Report = {
  options: Options;
  faults: Timed[];
  skipped: number;
  figures: { made: number; acknowledged: number; entries: number; takenOver: number; setAside: number; messagesDropped: number; messagesDoubled: number; messagesLate: number; webStarts: number; settledMs: number; harnessLateMs: { usual: number; most: number; longest: number } };
  recovery: Recovery;
  violations: Violation[];
};

const secret = "a secret for the chaos, at least 32 characters";
const settleMaxMs = 90_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms)));

export async function run(options: Options, say: (text: string) => void): Promise<Report> {
  const dir = mkdtempSync(join(tmpdir(), "kompeten-chaos-"));
  chmodSync(dir, 0o755);
  const house = new House(options, dir, say);
  try {
    await house.build();
    await house.begin();
    await house.storm();
    await house.settle();
    const report = await house.report();
    house.unharmed = report.violations.length === 0;
    return report;
  } finally {
    await house.close();
    if (house.unharmed) rmSync(dir, { recursive: true, force: true });
    else say(`what the processes said, and their database, are kept in ${dir}`);
  }
}

class House {
  private readonly options: Options;
  private readonly dir: string;
  private readonly say: (text: string) => void;
  private readonly database: Database;
  private webs: WebProcess[] = [];
  private proxy!: Proxy;
  private candidates: Candidate[] = [];
  private readonly lines = new Map<string, DeviceLine>();
  private readonly outages: Outage[] = [];
  private readonly messages = { dropped: 0, doubled: 0, late: 0 };
  private readonly faults: Timed[];
  private skipped = 0;
  private endMs = 0;
  private settledMs = 0;
  unharmed = false;
  private restarting: Promise<void> = Promise.resolve();
  private readonly failures: Error[] = [];
  private readonly running = new Set<Promise<void>>();
  /** How late the harness itself is: on a busy machine every wait is longer by as much. */
  private readonly lag = monitorEventLoopDelay({ resolution: 10 });

  constructor(options: Options, dir: string, say: (text: string) => void) {
    this.options = options;
    this.dir = dir;
    this.say = say;
    this.database = new Database(join(dir, "database"));
    this.faults = schedule(options);
  }

  async build(): Promise<void> {
    const { options, dir } = this;
    mkdirSync(join(dir, "files"), { recursive: true });
    await this.database.start();
    await this.query("postgres", "create database kompeten");
    const ownerUrl = this.database.url("kompeten");
    const appUrl = await prepareDatabase({ ownerUrl, appUrl: undefined, secret });
    const seats = await stage({ ownerUrl, appUrl, secret, candidates: options.candidates });
    const env = { DATABASE_URL: ownerUrl, KOMPETEN_SECRET: secret, KOMPETEN_DATA_DIR: join(dir, "files"), CHAOS_PLANT: options.plant ?? "", CHAOS_CLOCK_MS: String(options.clockMs), NODE_COMPILE_CACHE: join(dir, "compiled") };
    const inside = (file: string) => join(import.meta.dirname, "inside", file);
    for (let index = 0; index < webProcesses; index++) {
      const loaded = [...(options.plant === null ? [] : [inside("plant.mjs")]), ...(index === 1 && options.clockMs !== 0 ? [inside("wrong-clock.mjs")] : [])];
      this.webs.push(new WebProcess({ port: await freePort(), env, inside: loaded, logPath: join(dir, `web-${index}.log`) }));
    }
    for (const web of this.webs) web.start();
    await this.until(async () => (await Promise.all(this.webs.map((web) => web.ready()))).every(Boolean), 180_000, "the web processes do not start");
    this.proxy = new Proxy(this.webs.map(({ port }) => port), this.lines);
    await this.proxy.listen();
    const random = seededRandom(options.seed ^ 0xca5e);
    for (const [index, seat] of seats.entries()) {
      const ofLines = seededRandom(Math.floor(random() * 2 ** 32));
      const newLine = (deviceId: string): DeviceLine => {
        const line = new DeviceLine(seededRandom(Math.floor(ofLines() * 2 ** 32)), { onMessageFault: (kind) => this.messageFault(index, kind) }, 5 + 60 * ofLines() ** 3);
        this.lines.set(deviceId, line);
        return line;
      };
      this.candidates.push(new Candidate({ seat, host: `127.0.0.1:${this.proxy.port}`, seed: Math.floor(random() * 2 ** 32), name: `${index}`, newLine }));
    }
  }

  /** Most people have started when the storm begins; every fifth one starts in it. */
  async begin(): Promise<void> {
    const early = this.candidates.filter((_, index) => index % 5 !== 0);
    for (const candidate of early) candidate.openTab();
    const started = async () => {
      for (const candidate of early) candidate.start();
      await pause(900);
      const begun = early.filter(({ state }) => state?.status?.state === "running" && state.paper !== null);
      return begun.length >= 0.9 * early.length;
    };
    await this.until(started, 240_000, "the candidates cannot start").catch((error: Error) => {
      for (const { log, state } of early) this.say(`${log.candidate}: ${state?.phase}, ${state?.status?.state}, ${state?.line}, paper ${state?.paper !== null}, refused ${log.refused.map(({ refusal }) => refusal).join(" ")}`);
      throw error;
    });
    this.say(`${(performance.now() / 1000).toFixed(1)} s: the storm begins`);
  }

  async storm(): Promise<void> {
    const began = performance.now();
    this.lag.enable();
    const working = this.candidates.map(async (candidate, index) => {
      if (index % 5 === 0) await pause(((index % 50) / 50) * 500 * this.options.seconds);
      candidate.openTab();
      await candidate.work();
    });
    for (const { atMs, fault } of this.faults) {
      await pause(began + atMs - performance.now());
      this.launch(fault);
    }
    await pause(began + this.options.seconds * 1000 - performance.now());
    for (const candidate of this.candidates) candidate.rest();
    await Promise.all(working);
  }

  private launch(fault: Fault): void {
    const done = this.inflict(fault)
      .catch((error: Error) => void this.failures.push(error))
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }

  private async inflict(fault: Fault): Promise<void> {
    const seconds = () => (performance.now() / 1000).toFixed(1);
    switch (fault.kind) {
      case "web-kill": {
        // On a slow machine it may not be up again since the last time; one that never serves tries nothing.
        if (!(await Promise.all(fault.processes.map(async (process) => (await this.webs[process]?.listens()) ?? false))).every(Boolean)) return void this.skipped++;
        const downMs = performance.now();
        const hit = new Set(this.candidates.filter(({ line }) => fault.processes.some((process) => line.processes.has(process))).map(({ log }) => log.candidate));
        for (const process of fault.processes) this.webs[process]?.kill();
        // The other process takes the next connection at once.
        if (fault.processes.length < webProcesses && (await this.otherListens(fault.processes))) this.outages.push({ kind: fault.kind, downMs, upMs: downMs, candidates: hit });
        else await this.outage(fault.kind, downMs, hit);
        return this.say(`${seconds()} s: killed web ${fault.processes.join(" and ")}, ${hit.size} candidates on it`);
      }
      case "database-stop":
      case "database-kill": {
        // On a slow machine the last restart may not be over.
        await this.restarting;
        const downMs = performance.now();
        this.restarting = this.database.restart(fault.kind, fault.downMs);
        await this.restarting;
        const upMs = performance.now();
        await this.outage(fault.kind, downMs, new Set(this.candidates.map(({ log }) => log.candidate)));
        return this.say(`${seconds()} s: ${fault.kind}, database back after ${Math.round(upMs - downMs)} ms, a web process ${Math.round(performance.now() - upMs)} ms later`);
      }
      case "line-cut":
        return void (await Promise.all(this.chosen(fault.candidates).map((candidate) => this.cutLine(candidate, fault))));
      case "weather":
        this.proxy.weather = fault;
        await pause(fault.durationMs);
        if (this.proxy.weather === fault) this.proxy.weather = calm;
        return;
      case "tab-crash":
      case "tab-reload":
        for (const candidate of this.chosen(fault.candidates)) {
          if (fault.kind === "tab-crash") candidate.crash();
          else candidate.leave();
          setTimeout(() => candidate.openTab(), 500);
        }
        return;
      case "clock-jump":
        for (const candidate of this.chosen(fault.candidates)) candidate.jumpClock(fault.byMs);
        return;
      case "take-over":
        for (const candidate of this.chosen(fault.candidates)) if (!candidate.takeOver()) this.skipped++;
    }
  }

  private chosen(indexes: readonly number[]): Candidate[] {
    return indexes.flatMap((index) => this.candidates[index] ?? []);
  }

  private async cutLine(candidate: Candidate, { durationMs, manner, told }: Extract<Fault, { kind: "line-cut" }>): Promise<void> {
    const { line } = candidate;
    if (line.cut !== null) return;
    const downMs = performance.now();
    line.break(manner);
    if (told) candidate.network(line, false);
    await pause(durationMs);
    line.restore();
    if (told) candidate.network(line, true);
    this.outages.push({ kind: "line-cut", downMs, upMs: performance.now(), candidates: new Set([candidate.log.candidate]) });
  }

  private async otherListens(killed: readonly number[]): Promise<boolean> {
    return (await Promise.all(this.webs.filter((_, index) => !killed.includes(index)).map((web) => web.listens()))).some(Boolean);
  }

  /** Over as soon as a web process answers; its database takes connections again already. */
  private async outage(kind: string, downMs: number, candidates: ReadonlySet<string>): Promise<void> {
    await this.until(async () => (await Promise.all(this.webs.map((web) => web.listens()))).some(Boolean), 180_000, `no web process after ${kind}`);
    this.outages.push({ kind, downMs, upMs: performance.now(), candidates });
  }

  private messageFault(index: number, kind: "dropped" | "doubled" | "late"): void {
    this.messages[kind]++;
    if (kind !== "doubled") this.candidates[index]?.log.disturb();
  }

  /** No new faults: every line heals, everybody hands in, and nothing may be left unsaved. */
  async settle(): Promise<void> {
    const began = performance.now();
    await Promise.all(this.running);
    if (this.failures[0]) throw this.failures[0];
    this.proxy.weather = calm;
    for (const candidate of this.candidates) candidate.openTab();
    await this.until(async () => (await Promise.all(this.webs.map((web) => web.ready()))).every(Boolean), 180_000, "the web processes do not come back");
    this.endMs = performance.now();
    const handedIn = new Set<Candidate>();
    const finished = async () => {
      for (const candidate of this.candidates) {
        if (handedIn.has(candidate)) continue;
        candidate.start();
        if (candidate.state?.phase !== "open" || candidate.state.status?.state !== "running" || candidate.state.unsaved > 0) continue;
        handedIn.add(candidate);
        candidate.handIn();
      }
      return this.candidates.every(({ allSaved, state }) => allSaved && state?.status?.state === "closed");
    };
    await this.until(finished, settleMaxMs).catch(() => undefined);
    this.settledMs = performance.now() - began;
    this.lag.disable();
  }

  async report(): Promise<Report> {
    const rows = await this.query<Row>("kompeten", `select attempt_id as "attemptId", seq, op_id as "opId", epoch, account_id as "accountId", (extract(epoch from at) * 1000)::float8 as "atMs", kind, body, encode(hash, 'hex') as hash from journal_entry order by attempt_id, seq`);
    const heads = await this.query<Head>("kompeten", `select id as "attemptId", last_seq as "lastSeq", encode(last_hash, 'hex') as "lastHash", state from attempt`);
    const aside = await this.query<Aside>("kompeten", `select attempt_id as "attemptId", op_id as "opId", cause, epoch, kind, body from set_aside_operation`);
    const violations: Violation[] = [];
    for (const { log, state, allSaved } of this.candidates) {
      const head = heads.find(({ attemptId }) => attemptId === log.attemptId);
      const ofAttempt = ({ attemptId }: { attemptId: string }) => attemptId === log.attemptId;
      violations.push(...check(log, { rows: rows.filter(ofAttempt), aside: aside.filter(ofAttempt), head }));
      if (head?.state === "closed" && allSaved) continue;
      violations.push({ rule: "unfinished", attemptId: log.attemptId, detail: `${log.candidate}: ${head?.state}, page ${state?.phase} ${state?.status?.state} by ${state?.line}, ${state?.unsaved} unsaved, ${state?.kept.length} kept` });
    }
    const logs = this.candidates.map(({ log }) => log);
    const count = (of: (log: (typeof logs)[number]) => number) => logs.reduce((sum, log) => sum + of(log), 0);
    return {
      options: this.options,
      faults: this.faults,
      skipped: this.skipped,
      figures: {
        made: count((log) => log.made.length),
        acknowledged: count((log) => new Set(log.acknowledged.map(({ opId }) => opId)).size),
        entries: rows.length,
        takenOver: rows.filter(({ kind }) => kind === "taken-over").length,
        setAside: aside.length,
        messagesDropped: this.messages.dropped,
        messagesDoubled: this.messages.doubled,
        messagesLate: this.messages.late,
        webStarts: this.webs.reduce((sum, web) => sum + web.starts, 0),
        settledMs: Math.round(this.settledMs),
        harnessLateMs: { usual: Math.round(this.lag.percentile(50) / 1e6), most: Math.round(this.lag.percentile(99) / 1e6), longest: Math.round(this.lag.max / 1e6) },
      },
      recovery: recovery(this.outages, logs, this.endMs),
      violations,
    };
  }

  async close(): Promise<void> {
    for (const candidate of this.candidates) candidate.leaveAll();
    this.proxy?.close();
    await Promise.all(this.webs.map((web) => web.stop()));
    await this.database.stop();
  }

  private async query<T extends pg.QueryResultRow>(database: string, text: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.database.url(database) });
    await client.connect();
    try {
      return (await client.query<T>(text)).rows;
    } finally {
      await client.end();
    }
  }

  private async until(condition: () => Promise<boolean>, limitMs: number, otherwise = "time is up"): Promise<void> {
    const endMs = performance.now() + limitMs;
    while (!(await condition())) {
      if (performance.now() > endMs) throw new Error(otherwise);
      await pause(100);
    }
  }
}
