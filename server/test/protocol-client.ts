/**
 * A candidate's client by somebody who has docs/protocol.md and nothing else. Keep it so: whatever it needs to know and cannot find there is
 * missing there, and an import from the product would hide that.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";

type Json = Record<string, unknown>;
type Operation = Json & { opId: string; kind: string };
export type Acknowledgement = { opId: string; ok: boolean; seq?: number; atMs?: number; refusal?: string; retryAfterMs?: number };
type Append = { ok: true; acknowledgements: Acknowledgement[]; serverNowMs: number } | { ok: false; refusal: string; retryAfterMs?: number };
type Work = { responses: Record<string, Json>; flagged: string[] };
export type Snapshot = { epoch: number; device: string; seq: number; serverNowMs: number; timeSeq: number; timeAcknowledgedSeq: number; setAside: { quarantined: number; late: number }; status: Json & { state: string; deadlineMs?: number; reason?: string; work?: Work; sections?: Json | null } };
type Item = { id: string; interaction: string; options?: { id: string }[] };
export type Paper = { kind: string; sections: { id: string; items: Item[] }[] };
type Receipt = { receipt: { content: { attemptId: string; journal: { entries: number } } & Json; signature: string } & Json; salt: string };
type Lobby = { sittings: { sittingId: string; notice: { noticeId: string; acknowledged: boolean }; attempts: { attemptId: string; state: string }[] }[] };

const protocol = 2;
const answerLimitMs = 10_000;

/** UUIDv7: 48 bits of milliseconds, the version, and chance. */
function uuidv7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The one splice that makes `after` of `before`, never through a surrogate pair. */
function splice(before: string, after: string): Json {
  const [old, now] = [Array.from(before), Array.from(after)];
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same++;
  let tail = 0;
  while (tail < old.length - same && tail < now.length - same && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const from = old.slice(0, same).join("").length;
  return { from, removed: old.slice(same, old.length - tail).join("").length, inserted: now.slice(same, now.length - tail).join(""), check: fingerprint(after) };
}

/** A signed-in browser, as the server sees it. */
export class Session {
  readonly url: string;
  cookie = "";

  constructor(url: string) {
    this.url = url;
  }

  async http<T>(method: "GET" | "POST", path: string, body?: Json): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      headers: { accept: "application/json", cookie: this.cookie, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const set of response.headers.getSetCookie()) this.cookie = set.split(";")[0] ?? "";
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.http("POST", "/api/session", { login, password });
  }

  lobby(): Promise<Lobby> {
    return this.http("GET", "/api/my-attempts");
  }

  acknowledgeNotice(sittingId: string, noticeId: string): Promise<void> {
    return this.http("POST", `/api/my-sittings/${sittingId}/notice`, { opId: uuidv7(), noticeId });
  }
}

/** One attempt at one device: what is made waits here until the server has acknowledged or refused it. */
export class AttemptClient {
  readonly session: Session;
  readonly attemptId: string;
  readonly deviceId = randomUUID();
  readonly pushes: { name: string; push: Json }[] = [];
  readonly refused: Acknowledgement[] = [];
  snapshot: Snapshot | undefined;
  private socket: Socket | undefined;
  private queue: { epoch: number; operation: Operation }[] = [];
  private readonly texts = new Map<string, string>();
  private serverAheadMs = 0;

  constructor(session: Session, attemptId: string) {
    this.session = session;
    this.attemptId = attemptId;
  }

  async connect(): Promise<void> {
    const socket = io(this.session.url, { transports: ["websocket"], forceNew: true, reconnection: false, auth: { protocol }, extraHeaders: { cookie: this.session.cookie } });
    await new Promise((resolve, reject) => socket.once("connect", () => resolve(undefined)).once("connect_error", reject));
    for (const name of ["attempt:changed", "documents:arrived", "messages:told", "entry:changed"]) socket.on(name, (push: Json) => this.pushes.push({ name, push }));
    this.socket = socket;
    await this.open();
  }

  /** Without a word, as a line does. */
  loseLine(): void {
    this.socket?.io.engine.close();
    this.socket = undefined;
  }

  async open(): Promise<Snapshot> {
    if (this.socket) {
      const answer = await this.ask<{ ok: boolean; snapshot?: Snapshot; refusal?: string }>("attempt:open", { deviceId: this.deviceId });
      if (!answer.snapshot) throw new Error(answer.refusal);
      return this.take(answer.snapshot);
    }
    return this.take(await this.session.http<Snapshot>("GET", `/api/attempts/${this.attemptId}?deviceId=${this.deviceId}`));
  }

  paper(): Promise<{ paper: Paper }> {
    return this.session.http("GET", `/api/attempts/${this.attemptId}/paper`);
  }

  start(): Promise<Acknowledgement> {
    return this.turn({ opId: uuidv7(), kind: "start", deviceId: this.deviceId });
  }

  takeOver(): Promise<Acknowledgement> {
    return this.turn({ opId: uuidv7(), kind: "take-over", deviceId: this.deviceId });
  }

  /** Kept until it is answered, also where there is no line. */
  make(kind: string, members: Json = {}): string {
    const opId = uuidv7();
    const work = ["respond", "edit", "flag", "visit", "act"].includes(kind);
    this.queue.push({ epoch: this.snapshot?.epoch ?? 1, operation: { opId, kind, ...members, ...(this.socket || !work ? {} : { madeAtMs: Math.round(Date.now() + this.serverAheadMs) }) } });
    return opId;
  }

  /** A text as one splice of what was written before. */
  write(itemId: string, text: string): string {
    const before = this.texts.get(itemId) ?? "";
    this.texts.set(itemId, text);
    return this.make("edit", { itemId, edit: splice(before, text) });
  }

  get waiting(): number {
    return this.queue.length;
  }

  /** Sends what waits, over the socket or over HTTP; again where the answer says so. */
  async send(way: "socket" | "http" = "socket"): Promise<Acknowledgement[]> {
    const answered: Acknowledgement[] = [];
    while (this.queue.length > 0) {
      const { epoch } = this.queue[0] as { epoch: number };
      const operations = this.queue.filter((one) => one.epoch === epoch).slice(0, 50).map(({ operation }) => operation);
      const answer = await this.append(way, epoch, operations);
      if (!answer.ok) throw new Error(answer.refusal);
      answered.push(...answer.acknowledgements);
      for (const acknowledgement of answer.acknowledgements) this.settle(acknowledgement);
      const retryAfterMs = Math.max(0, ...answer.acknowledgements.map((acknowledgement) => acknowledgement.retryAfterMs ?? 0));
      if (retryAfterMs > 0) await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
    return answered;
  }

  /** The same message again, as after an answer that was lost. */
  resend(operations: Operation[]): Promise<Append> {
    return this.append("socket", this.snapshot?.epoch ?? 1, operations);
  }

  get unsent(): Operation[] {
    return this.queue.map(({ operation }) => operation);
  }

  async acknowledgeTime(): Promise<void> {
    this.make("acknowledge-time", { seq: this.snapshot?.timeSeq });
    await this.send();
  }

  async receipt(): Promise<Receipt> {
    return this.session.http("GET", `/api/attempts/${this.attemptId}/receipt`);
  }

  verify(receipt: Json): Promise<{ valid: boolean; reason: string | null }> {
    return this.session.http("POST", "/api/receipts/verify", receipt);
  }

  close(): void {
    this.socket?.disconnect();
  }

  private async append(way: "socket" | "http", epoch: number, operations: Operation[]): Promise<Append> {
    if (way === "socket") return this.ask("attempt:append", { epoch, operations });
    return this.session.http("POST", `/api/attempts/${this.attemptId}/operations`, { epoch, operations });
  }

  private settle({ opId, ok, refusal, seq, atMs }: Acknowledgement): void {
    const operation = this.queue.find((one) => one.operation.opId === opId)?.operation;
    if (refusal === "busy" || refusal === "not-ready" || refusal === "paused") return;
    if (refusal === "other-text" && operation) {
      const itemId = String(operation["itemId"]);
      Object.assign(operation, { kind: "respond", edit: undefined, response: { interaction: "extended-text", text: this.texts.get(itemId) ?? "" } });
      return;
    }
    if (!ok) this.refused.push({ opId, ok, refusal: refusal ?? "" });
    if (ok && this.snapshot && seq !== undefined && atMs !== undefined) this.snapshot.seq = Math.max(this.snapshot.seq, seq);
    this.queue = this.queue.filter((one) => one.operation.opId !== opId);
  }

  private async turn(operation: Operation): Promise<Acknowledgement> {
    const answer = await this.append(this.socket ? "socket" : "http", this.snapshot?.epoch ?? 1, [operation]);
    const acknowledgement: Acknowledgement = answer.ok ? (answer.acknowledgements[0] as Acknowledgement) : { opId: operation.opId, ...answer };
    await this.open();
    return acknowledgement;
  }

  private take(snapshot: Snapshot): Snapshot {
    this.snapshot = snapshot;
    this.serverAheadMs = snapshot.serverNowMs - Date.now();
    for (const [itemId, response] of Object.entries(snapshot.status.work?.responses ?? {})) if (response["interaction"] === "extended-text") this.texts.set(itemId, String(response["text"]));
    return snapshot;
  }

  private ask<T>(message: string, members: Json): Promise<T> {
    if (!this.socket) return Promise.reject(new Error("there is no line"));
    return this.socket.timeout(answerLimitMs).emitWithAck(message, { attemptId: this.attemptId, ...members }) as Promise<T>;
  }
}
