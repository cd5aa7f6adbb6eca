/**
 * A candidate's client by somebody who was given docs/protocol.md and nothing else: no other file of this repository, and no server to try it on. Keep it so:
 * whatever it needs to know and cannot find there is missing there, and an import from the product would hide that.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";

type Members = Record<string, unknown>;
export type Acknowledgement = { opId: string; ok: boolean; seq?: number; atMs?: number; refusal?: string; retryAfterMs?: number };
export type Operation = { opId: string; kind: string; [member: string]: unknown };
export type Refusal = { ok: false; refusal: string; retryAfterMs?: number };
export type AppendAnswer = { ok: true; acknowledgements: Acknowledgement[]; serverNowMs: number } | Refusal;
type Response = { interaction: string; text?: string | null; [member: string]: unknown };
type Work = { responses: Record<string, Response>; flagged: unknown; visited: unknown; actions: unknown };
type Status = {
  state: "waiting" | "running" | "closed"; limitMs?: number | null; startedAtMs?: number; deadlineMs?: number; pausedSinceMs?: number | null;
  withoutLimit?: boolean; sections?: unknown; closedAtMs?: number; reason?: "submitted" | "expired" | "ended"; work?: Work;
};
export type Snapshot = {
  attemptId: string; instrument: { versionId: string; kind: string; title: string }; seq: number; epoch: number; device: "this" | "other" | "free";
  timeSeq: number; timeAcknowledgedSeq: number; setAside: { quarantined: number; late: number; merged: number }; serverNowMs: number; status: Status;
};
export type Paper = { kind: string; sections: { id: string; items: { id: string; interaction: string; options?: { id: string }[] }[] }[] };
type LobbyAttempt = { attemptId: string; state: string; startRefusal: string | null };
export type Lobby = { sittings: { sittingId: string; notice: { noticeId: string; acknowledged: boolean } | null; attempts: LobbyAttempt[] }[] };
type Way = "socket" | "http";
type Queued = { epoch: number; madeAtMs: number; operation: Operation };

const answerWithinMs = 10_000;
const retryUsuallyMs = 1_000; // where a refusal does not say
const maySayWhen = ["respond", "edit", "flag", "visit", "act"];
const adviceOf = new Map(Object.entries({
  retry: "busy not-ready paused",
  whole: "other-text",
  stored: "quarantined late",
  keep: "malformed protocol not-found not-started unknown-item does-not-fit limit-reached",
  drop: "stale-epoch deadline-passed closed unknown-action already-started wrong-notice notice-not-acknowledged outside-window " +
    "previous-instrument-open no-limit room-not-started entry-closed identity-refused browser-not-allowed",
}).flatMap(([advice, refusals]) => refusals.split(" ").map((refusal) => [refusal, advice] as const)));

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === false;
}
function good<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.refusal);
  return answer;
}

/** Asks again for as long as the refusal of the whole message advises it. */
async function persist<T>(ask: () => Promise<T | Refusal>): Promise<T | Refusal> {
  for (;;) {
    const answer = await ask();
    if (!isRefusal(answer) || adviceOf.get(answer.refusal) !== "retry") return answer;
    await sleep(answer.retryAfterMs ?? retryUsuallyMs);
  }
}

function uuidV7(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The one splice that makes `after` of `before`, never cutting through a surrogate pair. */
function splice(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  if (from > 0 && (before.charCodeAt(from - 1) & 0xfc00) === 0xd800) from--;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (tail > 0 && (before.charCodeAt(before.length - tail) & 0xfc00) === 0xdc00) tail--;
  return { from, removed: before.length - tail - from, inserted: after.slice(from, after.length - tail), check: fingerprint(after) };
}

export class Session {
  readonly url: string;
  cookie = "";
  constructor(url: string) { this.url = url; }
  async ask<T>(method: "GET" | "POST", path: string, body?: unknown): Promise<T | Refusal> {
    const headers = { ...(this.cookie !== "" && { cookie: this.cookie }), ...(body !== undefined && { "content-type": "application/json" }) };
    const given: RequestInit = { method, headers, signal: AbortSignal.timeout(answerWithinMs), ...(body !== undefined && { body: JSON.stringify(body) }) };
    const answer = await fetch(new URL(path, this.url), given);
    const [cookie] = answer.headers.getSetCookie();
    if (cookie !== undefined) this.cookie = cookie.replace(/;.*/, "");
    const isJson = /json/.test(answer.headers.get("content-type") ?? "");
    const told: unknown = isJson ? await answer.json() : await answer.text();
    if (answer.ok) return told as T;
    const { code = `http-${answer.status}`, retryAfterMs } = told as { code?: string; retryAfterMs?: number };
    return { ok: false, refusal: code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  async signIn(login: string, password: string): Promise<void> { good(await this.ask("POST", "/api/session", { login, password })); }
  async lobby(): Promise<Lobby> { return good(await this.ask<Lobby>("GET", "/api/my-attempts")); }
  async acknowledgeNotice(sittingId: string, noticeId: string): Promise<void> {
    good(await this.ask("POST", `/api/my-sittings/${sittingId}/notice`, { opId: uuidV7(), noticeId }));
  }
}

export class AttemptClient {
  readonly deviceId: string = randomUUID();
  readonly pushes: { name: string; push: Members }[] = [];
  readonly refused: Acknowledgement[] = [];
  readonly kept: Operation[] = []; // refused with the advice "keep": out of the queue, never deleted
  snapshot?: Snapshot;
  readonly #session: Session;
  readonly #attemptId: string;
  readonly #path: string;
  readonly #texts = new Map<string, string>(); // by item: what the server will have once the queue is empty
  readonly #wholes = new Map<string, string>(); // by the opId of an edit: the text that comes out
  #queue: Queued[] = [];
  #line: { socket: Socket; lost: Promise<never> } | undefined;
  #aheadMs = 0; // the server's clock before this one's
  #deadlineMs: number | undefined;
  #timeSeq = 0;

  constructor(session: Session, attemptId: string) {
    this.#session = session;
    this.#attemptId = attemptId;
    this.#path = `/api/attempts/${attemptId}`;
  }

  async connect(): Promise<void> {
    this.close();
    good(await persist(() => this.#dial()));
    await this.open();
  }

  async #dial(): Promise<void | Refusal> {
    const extraHeaders = { cookie: this.#session.cookie };
    const socket = io(this.#session.url, { transports: ["websocket"], auth: { protocol: 3 }, extraHeaders, forceNew: true, reconnection: false });
    socket.onAny((name: string, push: Members) => this.#hear(name, push));
    const lost = new Promise<never>((_, reject) => socket.once("disconnect", (reason) => {
      if (this.#line?.socket === socket) this.#line = undefined;
      reject(new Error(`the line is lost: ${reason}`));
    }));
    lost.catch(() => undefined);
    const refusal = await new Promise<string | undefined>((resolve) => {
      socket.once("connect", () => resolve(undefined)).once("connect_error", ({ message }) => resolve(message));
    });
    if (refusal !== undefined) return { ok: false, refusal };
    this.#line = { socket, lost };
  }

  /** A push with another epoch asks for an opening: that is left to whoever uses this client, who sees `pushes`. */
  #hear(name: string, push: Members): void {
    this.pushes.push({ name, push });
    if (name !== "attempt:changed") return;
    if (typeof push["timeSeq"] === "number") this.#timeSeq = Math.max(this.#timeSeq, push["timeSeq"]);
    if (typeof push["deadlineMs"] === "number") this.#deadlineMs = push["deadlineMs"];
    if (typeof push["serverNowMs"] === "number") this.#aheadMs = push["serverNowMs"] - Date.now();
  }

  loseLine(): void {
    const socket = this.#line?.socket;
    this.#line = undefined;
    if (!socket) return;
    socket.offAny();
    (socket.io.engine.transport as unknown as { ws: { terminate(): void } }).ws.terminate();
  }
  close(): void { this.#line?.socket.disconnect(); }

  async #tell<T>(name: string, members: Members): Promise<T | Refusal> {
    const line = this.#line;
    if (!line) throw new Error("there is no line");
    try {
      const answered = line.socket.timeout(answerWithinMs).emitWithAck(name, { attemptId: this.#attemptId, ...members });
      return (await Promise.race([answered, line.lost])) as T | Refusal;
    } catch (error) {
      if (this.#line === line) this.loseLine();
      throw error;
    }
  }

  async open(): Promise<Snapshot> {
    const snapshot = good(await persist(async () => {
      if (!this.#line) return this.#session.ask<Snapshot>("GET", `${this.#path}?deviceId=${this.deviceId}`);
      const answer = await this.#tell<{ ok: true; snapshot: Snapshot }>("attempt:open", { deviceId: this.deviceId });
      return answer.ok ? answer.snapshot : answer;
    }));
    this.snapshot = snapshot;
    this.#aheadMs = snapshot.serverNowMs - Date.now();
    this.#deadlineMs = snapshot.status.deadlineMs;
    this.#timeSeq = Math.max(this.#timeSeq, snapshot.timeSeq);
    const own = new Set(this.#queue.map(({ operation }) => (["respond", "edit"].includes(operation.kind) ? operation["itemId"] : undefined)));
    const stored = snapshot.status.work?.responses ?? {};
    for (const itemId of [...this.#texts.keys(), ...Object.keys(stored)]) if (!own.has(itemId)) this.#texts.set(itemId, stored[itemId]?.text ?? "");
    return snapshot;
  }

  async paper(): Promise<{ paper: Paper }> { return good(await this.#session.ask<{ paper: Paper }>("GET", `${this.#path}/paper`)); }
  start(): Promise<Acknowledgement> { return this.#claim("start"); }
  takeOver(): Promise<Acknowledgement> { return this.#claim("take-over"); }
  async #claim(kind: "start" | "take-over"): Promise<Acknowledgement> {
    if (!this.snapshot) await this.open();
    const acknowledgement = await this.#first(kind, { deviceId: this.deviceId });
    await this.open();
    return acknowledgement;
  }
  async acknowledgeTime(): Promise<void> {
    if (!this.snapshot) await this.open();
    if (this.#timeSeq !== this.snapshot?.timeAcknowledgedSeq) await this.#first("acknowledge-time", { seq: this.#timeSeq });
  }

  /** Sends this one operation, before everything that waits. */
  async #first(kind: string, members: Members): Promise<Acknowledgement> {
    const opId = this.make(kind, members);
    this.#queue.unshift(...this.#queue.splice(-1));
    const last = (await this.#drain(({ operation }) => operation.opId === opId)).at(-1);
    if (!last) throw new Error(`${kind} was sent by another sending`);
    return last;
  }

  make(kind: string, members: Members = {}): string {
    const opId = uuidV7();
    this.#queue.push({ epoch: this.#epoch, madeAtMs: Date.now() + this.#aheadMs, operation: { opId, kind, ...members } });
    const { itemId, response } = members as { itemId?: string; response?: Response };
    if (kind === "respond" && itemId !== undefined) this.#texts.set(itemId, response?.text ?? "");
    return opId;
  }

  write(itemId: string, text: string): string {
    const edit = splice(this.#texts.get(itemId) ?? "", text);
    const opId = this.make("edit", { itemId, edit });
    this.#wholes.set(opId, text);
    this.#texts.set(itemId, text);
    return opId;
  }

  get #epoch(): number {
    if (!this.snapshot) throw new Error("the epoch is not known: open the attempt first");
    return this.snapshot.epoch;
  }
  get waiting(): number { return this.#queue.length; }
  get unsent(): Operation[] { return this.#queue.map((queued) => this.#asSent(queued)); }

  /** When a section ends cannot be told from the page, so within sections everything says when it was made. */
  #asSent({ operation, madeAtMs }: Queued): Operation {
    const nowMs = Date.now() + this.#aheadMs;
    const isDue = nowMs - madeAtMs >= 2_000 || nowMs >= (this.#deadlineMs ?? Infinity) - 10_000 || Boolean(this.snapshot?.status.sections);
    return isDue && maySayWhen.includes(operation.kind) ? { madeAtMs, ...operation } : operation;
  }
  send(way?: Way): Promise<Acknowledgement[]> { return this.#drain(() => true, way); }
  resend(operations: Operation[]): Promise<AppendAnswer> { return this.#append(this.#epoch, operations); }
  #append(epoch: number, operations: Operation[], way: Way = this.#line ? "socket" : "http"): Promise<AppendAnswer> {
    if (way === "socket") return this.#tell<AppendAnswer>("attempt:append", { epoch, operations });
    return this.#session.ask<AppendAnswer>("POST", `${this.#path}/operations`, { epoch, operations });
  }

  /** Sends what is `mine` of the queue, a run of one epoch at a time, until none is left; returns all that was answered. */
  async #drain(mine: (queued: Queued) => boolean, way?: Way): Promise<Acknowledgement[]> {
    const heard: Acknowledgement[] = [];
    for (let most = 50; ; ) {
      const due = this.#queue.filter(mine);
      const [first] = due;
      if (!first) return heard;
      const next = due.findIndex(({ epoch }) => epoch !== first.epoch);
      const batch = due.slice(0, next < 0 ? most : Math.min(most, next));
      const answer = await persist<AppendAnswer>(() => this.#append(first.epoch, batch.map((queued) => this.#asSent(queued)), way));
      if (answer.ok) this.#aheadMs = answer.serverNowMs - Date.now();
      else if (!adviceOf.has(answer.refusal)) good(answer);
      if (answer.ok || batch.length === 1) {
        const acknowledgements = answer.ok ? answer.acknowledgements : [{ ...answer, opId: first.operation.opId }];
        heard.push(...acknowledgements);
        await sleep(this.#settle(batch, acknowledgements));
      } else most = 1; // a whole message was refused: which of them it is about shows when they go one by one
    }
  }

  /** Does with each what its answer advises; returns how long to wait before sending what is left. */
  #settle(batch: Queued[], acknowledgements: Acknowledgement[]): number {
    let waitMs: number | undefined; // set by the first that is to be sent again: those behind it were refused alike
    for (const acknowledgement of acknowledgements) {
      const { opId } = acknowledgement;
      const queued = batch.find(({ operation }) => operation.opId === opId);
      if (!queued || !this.#queue.includes(queued)) continue;
      const whole = this.#wholes.get(opId);
      const advice = acknowledgement.ok ? undefined : (adviceOf.get(acknowledgement.refusal ?? "") ?? "keep");
      if (advice === "retry" || (advice === "whole" && waitMs !== undefined)) {
        waitMs ??= acknowledgement.retryAfterMs ?? retryUsuallyMs;
      } else if (advice === "whole" && queued.operation.kind === "edit" && whole !== undefined) {
        queued.operation = { opId, kind: "respond", itemId: queued.operation["itemId"], response: { interaction: "extended-text", text: whole } };
        waitMs = 0;
      } else {
        this.#queue = this.#queue.filter((other) => other !== queued);
        if (!acknowledgement.ok) this.refused.push(acknowledgement);
        if (advice === "keep" || advice === "whole") this.kept.push(queued.operation);
      }
    }
    return waitMs ?? 0;
  }
  async receipt(): Promise<{ receipt: { content: Members & { attemptId: string }; signature: string } & Members; salt: string }> { return good(await this.#session.ask("GET", `${this.#path}/receipt`)); }
  async verify(receipt: Members): Promise<{ valid: boolean; reason: string | null }> {
    return good(await this.#session.ask("POST", "/api/receipts/verify", receipt));
  }
}
