/** A simulated person at the product's own session (client/src/features/sitting): reads, clicks, types, and hands in. */
import { seededRandom, uuidv7 } from "@kompeten/shared/kernel";
import type { Paper } from "@kompeten/shared/paper";
import { AttemptSession } from "../../client/src/features/sitting/session/attempt-session.ts";
import { newDevice, newTab, onDevice, type Device } from "./browser.ts";
import { ClientLog } from "./client-log.ts";
import { openTab, type Tab } from "./instruments.ts";
import type { DeviceLine } from "./proxy.ts";
import type { Seat } from "./stage.ts";

/** Mean of the pauses between two deeds. */
const thinkMs = 1_600;
/** So long that what is saved after it travels as a difference. */
const salutation = "Yang terhormat Bapak Sekretaris, menindaklanjuti surat yang kami terima pagi ini, dengan ini kami sampaikan hal-hal berikut: ";
const words = ["rapat", "anggaran", "layanan", "warga", "laporan", "koordinasi", "jadwal", "evaluasi", "tindak lanjut", "prioritas"] as const;

/** One browser of a candidate's: its line, and the tab that is open in it. */
class Station {
  readonly device: Device;
  readonly line: DeviceLine;
  session: AttemptSession | null = null;
  private tab: Tab | null = null;
  private readonly log: ClientLog;

  constructor(device: Device, line: DeviceLine, log: ClientLog) {
    this.device = device;
    this.line = line;
    this.log = log;
  }

  get state() {
    return this.session?.getState();
  }

  openTab(): void {
    if (this.session) return;
    Object.assign(this.device, newTab());
    onDevice(this.device, () => {
      this.tab = openTab(this.log);
      this.session = new AttemptSession(this.log.attemptId);
      this.session.start();
    });
  }

  /** The browser or the machine dies: nothing is flushed, nothing pending is written, the connection is gone. */
  crash(): void {
    const { session, tab } = this;
    if (!session || !tab) return;
    tab.crashed = true;
    this.session = null;
    onDevice(this.device, () => {
      for (const draft of session["drafts"]["drafts"].keys()) session["drafts"].forget(draft);
      session.stop();
    });
  }

  /** The tab is closed as people close tabs: what it has begun to write is written, and nothing after that is done. */
  leave(): void {
    const { session, tab } = this;
    if (!session || !tab) return;
    this.session = null;
    onDevice(this.device, () => {
      this.device.window.dispatchEvent(new Event("pagehide"));
      session.stop();
      setTimeout(() => (tab.crashed = true));
    });
  }
}

type Given = { seat: Seat; host: string; seed: number; name: string; newLine: (deviceId: string) => DeviceLine };

export class Candidate {
  readonly log: ClientLog;
  /** Where the person sits now, and where they sat before: those pages stay open and go on by themselves. */
  private station: Station;
  private readonly former: Station[] = [];
  private working = true;
  private turning: AttemptSession | null = null;
  private serial = 0;
  private readonly random: () => number;
  private readonly given: Given;
  private turnOpId: string;

  constructor(given: Given) {
    const { seat } = given;
    this.given = given;
    this.random = seededRandom(given.seed);
    this.log = new ClientLog({ candidate: seat.name, attemptId: seat.attemptId, accountId: seat.accountId });
    this.turnOpId = this.uuid();
    this.station = this.newStation();
  }

  private newStation(): Station {
    const { seat, host, seed, name, newLine } = this.given;
    const id = `${name}-${this.former.length + 1}`;
    const device = newDevice({ id, cookie: seat.cookie, host, random: seededRandom(seed ^ (0x5eed + this.former.length)) });
    return new Station(device, newLine(id), this.log);
  }

  get line(): DeviceLine {
    return this.station.line;
  }
  get state() {
    return this.station.state;
  }
  /** Nothing on its way on any device. */
  get allSaved(): boolean {
    return [this.station, ...this.former].every(({ state }) => state?.unsaved === 0);
  }

  openTab(): void {
    this.station.openTab();
  }

  crash(): void {
    this.log.disturb();
    this.station.crash();
  }

  leave(): void {
    this.log.disturb();
    this.station.leave();
  }

  leaveAll(): void {
    for (const station of [this.station, ...this.former]) station.leave();
  }

  jumpClock(byMs: number): void {
    this.station.device.skewMs = byMs;
    this.log.disturb();
  }

  /** What the browser notices of its network. */
  network(line: DeviceLine, online: boolean): void {
    const station = [this.station, ...this.former].find((one) => one.line === line);
    if (!station) return;
    station.device.online = online;
    onDevice(station.device, () => station.device.window.dispatchEvent(new Event(online ? "online" : "offline")));
  }

  /** J5: goes on at another device, which takes over; the old one stays open and hears of it, or not yet. */
  takeOver(): boolean {
    if (this.state?.status?.state !== "running") return false;
    this.log.disturb();
    this.former.push(this.station);
    this.station = this.newStation();
    this.turnOpId = this.uuid();
    this.station.openTab();
    return true;
  }

  async work(): Promise<void> {
    while (this.working) {
      await this.pause(thinkMs * 2 * this.random());
      const old = this.former.at(-1);
      const station = old && this.random() < 0.3 ? old : this.station;
      onDevice(station.device, () => this.deed(station));
    }
  }

  /** Presses start, or takes over at a new device, if it is time to; again and again with the same opId, as the page does. */
  start(): void {
    const { session, device, state } = this.station;
    if (!session || this.turning === session) return;
    const waiting = state?.status?.state === "waiting";
    if (!waiting && state?.phase !== "other-device") return;
    this.turning = session;
    const done = () => (this.turning = null);
    onDevice(device, () => void (waiting ? session.begin(this.turnOpId) : session.moveHere(this.turnOpId)).then(done, done));
  }

  rest(): void {
    this.working = false;
  }

  /** Hands in, as the last thing. */
  handIn(): void {
    onDevice(this.station.device, () => {
      this.station.session?.flush();
      this.station.session?.do({ kind: "submit" });
    });
  }

  private deed({ session, state }: Station): void {
    if (!session || !this.working) return;
    if (session === this.station.session) this.start();
    if (state?.phase !== "open" || state.status?.state !== "running" || !state.paper) return;
    const { paper } = state;
    if (paper.kind === "test") this.answer(session, paper);
    else if (paper.kind === "case") void this.write(session, paper);
    else if (paper.kind === "in-basket") void this.act(session, paper);
  }

  private answer(session: AttemptSession, paper: Extract<Paper, { kind: "test" }>): void {
    const item = this.one(paper.sections.flatMap((section) => section.items));
    const dice = this.random();
    if (dice < 0.1) return session.do({ kind: "flag", itemId: item.id, flagged: this.random() < 0.7 });
    if (dice < 0.25) return session.do({ kind: "visit", itemId: item.id });
    // The chaos needs clicks, not every interaction.
    if (item.interaction !== "choice" && item.interaction !== "best-worst") return session.do({ kind: "visit", itemId: item.id });
    const choose = (): string | null => (this.random() < 0.05 ? null : this.one(item.options).id);
    if (item.interaction === "choice") return session.do({ kind: "respond", itemId: item.id, response: { interaction: "choice", optionId: choose() } });
    const best = choose();
    const worst = choose();
    session.do({ kind: "respond", itemId: item.id, response: { interaction: "best-worst", best, worst: worst === best ? null : worst } });
  }

  private async write(session: AttemptSession, paper: Extract<Paper, { kind: "case" }>): Promise<void> {
    const question = this.one(paper.questions);
    if (this.random() < 0.1) return session.do({ kind: "visit", itemId: question.id });
    await this.type(session, question.id, (text) => ({ kind: "respond", itemId: question.id, response: { interaction: "extended-text", text } }));
  }

  private async act(session: AttemptSession, paper: Extract<Paper, { kind: "in-basket" }>): Promise<void> {
    const document = this.one(paper.documents);
    const step = { actionId: this.uuid(), documentId: document.id };
    const dice = this.random();
    if (dice < 0.15) return session.do({ kind: "visit", itemId: document.id });
    if (dice < 0.3) return session.do({ kind: "act", action: { ...step, type: "prioritise", urgency: "high", importance: "medium" } });
    if (dice < 0.4) return session.do({ kind: "act", action: { ...step, type: "file", reason: this.marked() } });
    await this.type(session, step.actionId, (text) => ({ kind: "act", action: { ...step, type: "reply", to: "Sekretaris", text: `${salutation}${text}` } }));
    if (!this.isOpen(session) || this.random() >= 0.1) return;
    // The field is left before the button is pressed.
    session.flush(step.actionId);
    session.do({ kind: "act", action: { ...step, type: "withdraw" } });
  }

  /** Some words, one after the other, thinking now and then for as long as it takes to be saved; the field is left at the end, or not. */
  private async type(session: AttemptSession, key: string, command: (text: string) => Parameters<AttemptSession["draft"]>[1]): Promise<void> {
    let text = "";
    for (let count = 2 + Math.floor(8 * this.random()); count > 0; count--) {
      text += `${this.marked()} `;
      if (!this.isOpen(session)) return;
      session.draft(key, command(text));
      await this.pause(this.random() < 0.2 ? 1_500 : 100 + 400 * this.random());
    }
    if (this.isOpen(session) && this.random() < 0.5) session.flush(key);
  }

  /** The page is there and lets one write. */
  private isOpen(session: AttemptSession): boolean {
    return this.working && session.getState().phase === "open" && [this.station, ...this.former].some((station) => station.session === session);
  }

  /** A word with a number of its own, so that no two texts are alike. */
  private marked(): string {
    return `${this.one(words)}-${++this.serial}`;
  }

  private one<T>(values: readonly T[]): T {
    return values[Math.floor(this.random() * values.length)] as T;
  }

  private uuid(): string {
    return uuidv7(Date.now(), Uint8Array.from({ length: 10 }, () => Math.floor(this.random() * 256)));
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
}
