/** The way to the server: the socket while it is well, plain HTTP when it is not (J10), and a visible word for which (within 5 s). */
import { type Refusal, refusalAdvice } from "@kompeten/shared/attempt";
import type { AppendAnswer, ArrivedPush, ChangedPush, DocumentsView, OpenAnswer, OperationsBody, PaperView, SealedPaper, Snapshot } from "@kompeten/shared/contracts/delivery";
import type { browserPassHeader as BrowserPassHeader } from "@kompeten/shared/contracts/browser-pass";
import type { PresenceBody } from "@kompeten/shared/contracts/presence";
import type { MessagesPush } from "@kompeten/shared/contracts/room-record";
import { apiGet, apiPost } from "../../../api/client.ts";
import { ApiProblem, NetworkFailure } from "../../../api/problem.ts";
import type { ServerSocket } from "../../../api/socket.ts";
import { deviceId } from "./device.ts";

export type LineState = "connecting" | "socket" | "http" | "offline" | "signed-out" | "outdated";

export type LineEvents = {
  onState: (state: LineState) => void;
  onChanged: (push: ChangedPush) => void;
  onArrived: (push: ArrivedPush) => void;
  onMessages: (push: MessagesPush) => void;
  onEntry: () => void;
  /** What a look over HTTP brought, while there is no socket to push changes; asked for and come when, by performance.now(). */
  onSnapshot: (snapshot: Snapshot, sentMs: number, receivedMs: number) => void;
};

/** What a session needs of its line. */
export type Line = Pick<AttemptLine, keyof AttemptLine>;

/** The contract's name, said again because importing its value would bring zod along; the type keeps the two equal. */
const browserPassHeader: typeof BrowserPassHeader = "x-kompeten-browser-pass";
const answerPatienceMs = 8000;
/** How long the socket may take before HTTP is tried. */
const socketPatienceMs = 3000;
const lookEveryMs = 8000;
/** J8: where HTTP is all there is, so that what the page says of it is true within 5 s: what has just been heard, the wait, and the doubt. */
const lookOftenMs = 4000;
const doubtMs = 900;
/** When a whole house comes back, saved work comes first: the socket is given so long before anything else is asked or told over HTTP. */
const soonMs = 4000;
/** After a socket that did not answer, operations go over HTTP for a while. */
const sickMs = 30_000;

export class AttemptLine {
  private state: LineState = "connecting";
  /** Monotonic: since when it is in that state. */
  private sinceMs = 0;
  private socket: ServerSocket | null = null;
  private looking: ReturnType<typeof setTimeout> | undefined;
  /** Monotonic: when the next look is due. One that is due is not put off, however often the line comes and goes. */
  private lookAtMs = Number.POSITIVE_INFINITY;
  /** Monotonic. */
  private sickUntilMs = 0;
  private closed = false;
  /** The server has been heard over HTTP since there was a socket, which in most outages is back before anybody looks. */
  private isHttpOnly = false;
  /** How long the last look took: a slow line is not in doubt. */
  private lookMs = 0;
  /** R5: what the page has proven; undefined where it was never asked to, or could not. */
  private pass: string | undefined;
  private asksProof = false;
  private readonly url: string;
  private readonly attemptId: string;
  private readonly events: LineEvents;

  constructor(attemptId: string, events: LineEvents) {
    this.attemptId = attemptId;
    this.url = `/api/attempts/${attemptId}`;
    this.events = events;
  }

  start(): void {
    window.addEventListener("online", this.online);
    window.addEventListener("offline", this.offline);
    // HTTP can open the attempt while the socket's code is still on its way, and for good if it never arrives (J10).
    this.look(0);
    import("../../../api/socket.ts").then(
      ({ makeSocket, watchSilence }) => {
        if (this.closed) return;
        const socket = makeSocket();
        watchSilence(socket, { onDoubt: (isDoubtful) => this.doubt(isDoubtful), onDead: () => this.renew(socket) });
        this.connect(socket);
      },
      () => this.become("http"),
    );
  }

  private connect(socket: ServerSocket): void {
    this.socket = socket;
    socket.on("connect", () => {
      clearTimeout(this.looking);
      this.isHttpOnly = false;
      this.become("socket");
    });
    socket.on("disconnect", () => this.lost());
    socket.on("connect_error", (error) => this.refusedConnection(error.message));
    socket.on("attempt:changed", (push) => push.attemptId === this.attemptId && this.events.onChanged(push));
    socket.on("documents:arrived", (push) => push.attemptId === this.attemptId && this.events.onArrived(push));
    socket.on("messages:told", (push) => push.attemptId === this.attemptId && this.events.onMessages(push));
    socket.on("entry:changed", (push) => push.attemptId === this.attemptId && this.events.onEntry());
    socket.connect();
    if (this.state === "connecting") this.look(socketPatienceMs);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.looking);
    window.removeEventListener("online", this.online);
    window.removeEventListener("offline", this.offline);
    this.socket?.disconnect();
  }

  /** Tries again at once, as when the person has signed in again in another tab. */
  readonly online = (): void => {
    if (this.socket?.connected) return this.prove(this.socket);
    this.socket?.disconnect().connect();
    this.look(0);
  };

  /** A socket may outlive a short outage, or only look as if it had: a question tells. */
  private prove(socket: ServerSocket): void {
    socket.timeout(socketPatienceMs).emitWithAck("clock", {}).then(
      () => socket.connected && this.become("socket"),
      () => this.renew(socket),
    );
  }

  private doubt(isDoubtful: boolean): void {
    if (!isDoubtful || this.state === "socket") this.become(isDoubtful ? "connecting" : "socket");
  }

  private renew(socket: ServerSocket): void {
    if (this.closed) return;
    socket.disconnect().connect();
    this.look(0);
  }

  async open(lastSeq: number | undefined): Promise<OpenAnswer> {
    const asking = { attemptId: this.attemptId, deviceId: deviceId(), ...(lastSeq === undefined ? {} : { lastSeq }) };
    if (this.socket?.connected) return await this.proving(() => this.ask((socket) => socket.emitWithAck("attempt:open", { ...asking, ...this.proof })));
    try {
      return { ok: true, snapshot: await this.snapshot(lastSeq) };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) return { ok: false, refusal };
      throw error;
    }
  }

  async append(body: OperationsBody): Promise<AppendAnswer> {
    if (this.socket?.connected && performance.now() >= this.sickUntilMs) {
      try {
        const answer = await this.ask((socket) => socket.emitWithAck("attempt:append", { attemptId: this.attemptId, ...body }));
        if (this.socket.connected) this.become("socket");
        return answer;
      } catch (error) {
        this.sickUntilMs = performance.now() + sickMs;
        throw error;
      }
    }
    try {
      const answer = await apiPost<AppendAnswer>(`${this.url}/operations`, body, { signal: AbortSignal.timeout(answerPatienceMs) });
      if (!this.socket?.connected) {
        // Soon, unless the socket is back by then: what time it is and what has changed is not said here.
        if (this.state !== "http" && this.lookAtMs > performance.now() + soonMs) this.look(soonMs);
        this.become("http");
      }
      return answer;
    } catch (error) {
      this.failed(error);
      const refusal = refusalOf(error);
      if (refusal) return { ok: false, refusal, ...(error instanceof ApiProblem && error.retryAfterSeconds ? { retryAfterMs: error.retryAfterSeconds * 1000 } : {}) };
      throw error;
    }
  }

  /** P2: false when nobody has taken it; it is told again. */
  async tell(body: PresenceBody): Promise<boolean> {
    if (this.socket?.connected) return (await this.ask((socket) => socket.emitWithAck("attempt:presence", { attemptId: this.attemptId, ...body }))).ok;
    if (this.state !== "http" || performance.now() - this.sinceMs < soonMs) return false;
    await apiPost(`${this.url}/presence`, body, { signal: AbortSignal.timeout(answerPatienceMs) });
    return true;
  }

  /** R2. */
  async read(messageId: string): Promise<boolean> {
    if (this.socket?.connected) return (await this.ask((socket) => socket.emitWithAck("message:read", { attemptId: this.attemptId, messageId }))).ok;
    await apiPost(`${this.url}/messages/${messageId}/reading`, undefined, { signal: AbortSignal.timeout(answerPatienceMs) });
    return true;
  }

  /** The server's time, by the quickest way there is. */
  async clock(): Promise<number> {
    if (this.socket?.connected) {
      const answer = await this.ask((socket) => socket.emitWithAck("clock", {}));
      if (answer.ok) return answer.serverNowMs;
      throw new Error("The server was too busy to say the time");
    }
    return (await this.snapshot()).serverNowMs;
  }

  private snapshot(lastSeq?: number): Promise<Snapshot> {
    return this.proving(() => this.get<Snapshot>(this.url, { deviceId: deviceId(), ...(lastSeq === undefined ? {} : { lastSeq }) }));
  }

  paper(): Promise<PaperView> {
    return this.proving(() => this.get<PaperView>(`${this.url}/paper`));
  }

  /** T6: null where the server has none for this page, as of an attempt that has begun meanwhile. */
  async sealedPaper(): Promise<SealedPaper | null> {
    try {
      return await this.proving(() => this.get<SealedPaper>(`${this.url}/sealed-paper`));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) return null;
      throw error;
    }
  }

  documents(after: number): Promise<DocumentsView> {
    return this.proving(() => this.get<DocumentsView>(`${this.url}/documents`, { after }));
  }

  /** R5: what a start carries: a pass made for it where this attempt asks for one, because people wait long before they start. */
  async startProof(): Promise<{ browserPass?: string }> {
    if (this.asksProof) await this.proveBrowser();
    return this.proof;
  }

  private get proof(): { browserPass?: string } {
    return this.pass === undefined ? {} : { browserPass: this.pass };
  }

  private async proveBrowser(): Promise<void> {
    this.asksProof = true;
    const { proveBrowser } = await import("../safe-browser/browser-pass.ts");
    this.pass = await proveBrowser(this.attemptId);
  }

  /** R5: what is refused for the browser's sake is asked once more with what the page can prove; attempts that do not ask for it never come here. */
  private async proving<T extends object>(ask: () => Promise<T>): Promise<T> {
    try {
      const answer = await ask();
      if (!("refusal" in answer) || answer.refusal !== "browser-not-allowed") return answer;
    } catch (error) {
      if (refusalOf(error) !== "browser-not-allowed") throw error;
    }
    await this.proveBrowser();
    return ask();
  }

  private ask<T>(question: (socket: ReturnType<ServerSocket["timeout"]>) => Promise<T>): Promise<T> {
    if (!this.socket) throw new Error("The line has not been started");
    return question(this.socket.timeout(answerPatienceMs));
  }

  private get<T>(path: string, query: Record<string, number | string> = {}): Promise<T> {
    return apiGet<T>(path, { query, signal: AbortSignal.timeout(answerPatienceMs), ...(this.pass === undefined ? {} : { headers: { [browserPassHeader]: this.pass } }) });
  }

  private become(state: LineState): void {
    if (this.closed || this.state === state) return;
    this.state = state;
    this.sinceMs = performance.now();
    this.events.onState(state);
  }

  private readonly offline = (): void => {
    this.become("offline");
    this.look(lookEveryMs);
  };

  private lost(): void {
    if (this.closed) return;
    this.become(navigator.onLine ? "connecting" : "offline");
    this.look(socketPatienceMs);
    this.comeBack();
  }

  /** Socket.IO does not do so by itself when the server said goodbye or would not have it. */
  private comeBack(): void {
    if (this.socket && !this.socket.active) setTimeout(() => !this.closed && this.socket?.connect(), 1000 + 2000 * Math.random());
  }

  private refusedConnection(reason: string): void {
    if (reason === "not-signed-in") this.become("signed-out");
    else if (reason === "protocol") this.become("outdated");
    else this.comeBack();
  }

  /** Looks over HTTP now and then while there is no socket: is the server there, and has anything changed? */
  private look(afterMs: number): void {
    clearTimeout(this.looking);
    if (this.closed || this.state === "outdated") return;
    this.lookAtMs = performance.now() + afterMs;
    this.looking = setTimeout(() => {
      this.lookAtMs = Number.POSITIVE_INFINITY;
      if (this.socket?.connected) return;
      const sentMs = performance.now();
      const doubt = setTimeout(() => this.state === "http" && this.become("connecting"), Math.max(doubtMs, 2 * this.lookMs));
      this.snapshot().then(
        (snapshot) => {
          // T2: before anything is done with it, or the server would seem to be ahead by what that takes.
          const receivedMs = performance.now();
          clearTimeout(doubt);
          this.lookMs = receivedMs - sentMs;
          if (this.closed || this.socket?.connected) return;
          if (this.state === "signed-out") this.socket?.disconnect().connect();
          this.isHttpOnly = true;
          this.become("http");
          this.events.onSnapshot(snapshot, sentMs, receivedMs);
          void this.get<MessagesPush>(`${this.url}/messages`).then(this.events.onMessages, () => {});
          this.look(lookOftenMs);
        },
        (error: unknown) => {
          clearTimeout(doubt);
          this.failed(error);
          this.look((this.isHttpOnly ? lookOftenMs : lookEveryMs) * (0.5 + Math.random() / 2));
        },
      );
    }, afterMs);
  }

  private failed(error: unknown): void {
    if (this.closed || this.socket?.connected) return;
    if (error instanceof ApiProblem) {
      if (error.status === 401) this.become("signed-out");
      else if (error.status < 500) this.become("http");
      else this.become("offline");
    } else if (error instanceof NetworkFailure || error instanceof DOMException) this.become("offline");
  }
}

/** What a problem document says in the words of the protocol, if it does. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  if (error.code in refusalAdvice) return error.code as Refusal;
  return error.status === 429 ? "busy" : undefined;
}
