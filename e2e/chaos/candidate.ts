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
const words = ["rapat", "anggaran", "layanan", "warga", "laporan", "koordinasi", "jadwal", "evaluasi", "tindak lanjut", "prioritas"] as const;

export class Candidate {
  readonly log: ClientLog;
  readonly device: Device;
  readonly line: DeviceLine;
  readonly seat: Seat;
  private session: AttemptSession | null = null;
  private tab: Tab | null = null;
  private working = true;
  /** The page whose start is under way. */
  private starting: AttemptSession | null = null;
  private serial = 0;
  private readonly random: () => number;
  private readonly startOpId: string;

  constructor(given: { seat: Seat; host: string; line: DeviceLine; seed: number; deviceId: string }) {
    const { seat, seed } = given;
    this.seat = seat;
    this.line = given.line;
    this.random = seededRandom(seed);
    this.log = new ClientLog({ candidate: seat.name, attemptId: seat.attemptId, accountId: seat.accountId });
    this.device = newDevice({ id: given.deviceId, cookie: seat.cookie, host: given.host, random: seededRandom(seed ^ 0x5eed) });
    this.startOpId = this.uuid();
  }

  openTab(): void {
    if (this.session) return;
    Object.assign(this.device, newTab());
    onDevice(this.device, () => {
      this.tab = openTab(this.log);
      this.session = new AttemptSession(this.seat.attemptId);
      this.session.start();
    });
  }

  /** The browser or the machine dies: nothing is flushed, nothing pending is written, the connection is gone. */
  crash(): void {
    const { session, tab } = this;
    if (!session || !tab) return;
    tab.crashed = true;
    this.session = null;
    this.log.disturb();
    onDevice(this.device, () => {
      for (const draft of session["drafts"]["drafts"].keys()) session["drafts"].forget(draft);
      session.stop();
    });
  }

  /** The tab is closed as people close tabs. */
  leave(): void {
    const { session } = this;
    if (!session) return;
    this.session = null;
    this.log.disturb();
    onDevice(this.device, () => {
      this.device.window.dispatchEvent(new Event("pagehide"));
      session.stop();
    });
  }

  jumpClock(byMs: number): void {
    this.device.skewMs = byMs;
    this.log.disturb();
  }

  /** What the browser notices of its network. */
  network(online: boolean): void {
    this.device.online = online;
    onDevice(this.device, () => this.device.window.dispatchEvent(new Event(online ? "online" : "offline")));
  }

  /**
   * J5, for when taking over exists: the candidate opens a second device, which takes over, and the first one goes on clicking
   * without knowing it. Until then nothing happens, and the caller counts it as skipped.
   */
  takeOver(): boolean {
    return false;
  }

  async work(): Promise<void> {
    while (this.working) {
      await this.pause(thinkMs * 2 * this.random());
      onDevice(this.device, () => this.deed());
    }
  }

  /** Presses start, if it is time to; again and again with the same opId, as the page does. */
  start(): void {
    const { session } = this;
    if (!session || this.starting === session || this.state?.status?.state !== "waiting") return;
    this.starting = session;
    const done = () => (this.starting = null);
    onDevice(this.device, () => void session.begin(this.startOpId).then(done, done));
  }

  rest(): void {
    this.working = false;
  }

  /** Hands in, as the last thing. */
  handIn(): void {
    onDevice(this.device, () => {
      this.session?.flush();
      this.session?.do({ kind: "submit" });
    });
  }

  get state() {
    return this.session?.getState();
  }

  private deed(): void {
    const state = this.state;
    if (!this.session || !this.working || state?.phase !== "open") return;
    if (state.status?.state === "waiting") return this.start();
    if (state.status?.state !== "running" || !state.paper) return;
    const { paper } = state;
    if (paper.kind === "test") this.answer(paper);
    else if (paper.kind === "case") void this.write(paper);
    else void this.act(paper);
  }

  private answer(paper: Extract<Paper, { kind: "test" }>): void {
    const item = this.one(paper.sections.flatMap((section) => section.items));
    const dice = this.random();
    if (dice < 0.1) return this.session?.do({ kind: "flag", itemId: item.id, flagged: this.random() < 0.7 });
    if (dice < 0.25) return this.session?.do({ kind: "visit", itemId: item.id });
    const choose = (): string | null => (this.random() < 0.05 ? null : this.one(item.options).id);
    if (item.interaction === "choice") return this.session?.do({ kind: "respond", itemId: item.id, response: { interaction: "choice", optionId: choose() } });
    const best = choose();
    const worst = choose();
    this.session?.do({ kind: "respond", itemId: item.id, response: { interaction: "best-worst", best, worst: worst === best ? null : worst } });
  }

  private async write(paper: Extract<Paper, { kind: "case" }>): Promise<void> {
    const question = this.one(paper.questions);
    if (this.random() < 0.1) return this.session?.do({ kind: "visit", itemId: question.id });
    await this.type(question.id, (text) => ({ kind: "respond", itemId: question.id, response: { interaction: "extended-text", text } }));
  }

  private async act(paper: Extract<Paper, { kind: "in-basket" }>): Promise<void> {
    const document = this.one(paper.documents);
    const step = { actionId: this.uuid(), documentId: document.id };
    const dice = this.random();
    if (dice < 0.15) return this.session?.do({ kind: "visit", itemId: document.id });
    if (dice < 0.3) return this.session?.do({ kind: "act", action: { ...step, type: "prioritise", urgency: "high", importance: "medium" } });
    if (dice < 0.4) return this.session?.do({ kind: "act", action: { ...step, type: "file", reason: this.marked() } });
    await this.type(step.actionId, (text) => ({ kind: "act", action: { ...step, type: "reply", to: "Sekretaris", text } }));
    if (this.random() >= 0.1) return;
    // The field is left before the button is pressed.
    this.session?.flush(step.actionId);
    this.session?.do({ kind: "act", action: { ...step, type: "withdraw" } });
  }

  /** Some words, one after the other; the field is left at the end, or not. */
  private async type(key: string, command: (text: string) => Parameters<AttemptSession["draft"]>[1]): Promise<void> {
    const session = this.session;
    let text = "";
    for (let count = 2 + Math.floor(8 * this.random()); count > 0; count--) {
      text += `${this.marked()} `;
      if (this.session !== session || !this.working) return;
      session?.draft(key, command(text));
      await this.pause(100 + 400 * this.random());
    }
    if (this.session === session && this.working && this.random() < 0.5) session?.flush(key);
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
