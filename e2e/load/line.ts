/**
 * A candidate's line, as lean as it can be: Engine.IO and Socket.IO frames over `ws`. The load generator shares two cores with what
 * it measures, and ten thousand socket.io-clients would be most of the load.
 */
import { performance } from "node:perf_hooks";
import { protocolVersion } from "@kompeten/shared/contracts/delivery";
import { WebSocket } from "ws";

type Answered = (answer: any, atMs: number) => void;
export type LineOptions = { url: string; token: string | undefined };

const openLimitMs = 60_000;
const answerLimitMs = 30_000;

export class Line {
  /** What the server pushes; set by whoever listens. */
  onPush: ((event: string, message: any) => void) | undefined;
  /** The line ended although nobody closed it. */
  onLost: (() => void) | undefined;
  private readonly waiting = new Map<number, Answered>();
  private readonly socket: WebSocket;
  private sent = 0;
  private isClosing = false;

  private constructor(socket: WebSocket) {
    this.socket = socket;
  }

  static open({ url, token }: LineOptions): Promise<Line> {
    const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
      handshakeTimeout: openLimitMs,
      ...(token === undefined ? {} : { headers: { cookie: `kompeten_session=${token}` } }),
    });
    const line = new Line(socket);
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error("no connection in time")), openLimitMs);
      const settle = (error?: Error) => {
        clearTimeout(limit);
        if (error) reject(error);
        else resolve(line);
      };
      socket.on("error", settle);
      socket.on("close", () => {
        settle(new Error("the line ended"));
        if (!line.isClosing) line.onLost?.();
      });
      socket.on("message", (data: Buffer) => line.receive(data.toString(), settle));
    });
  }

  /** Sends an event whose message is JSON already; `answered` hears the acknowledgement. */
  send(event: string, json: string, answered: Answered): void {
    const id = this.sent++;
    this.waiting.set(id, answered);
    this.socket.send(`42${id}["${event}",${json}]`);
  }

  call(event: string, message: unknown): Promise<any> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`no answer to ${event}`)), answerLimitMs);
      this.send(event, JSON.stringify(message), (answer) => {
        clearTimeout(limit);
        resolve(answer);
      });
    });
  }

  /** Messages without an answer yet. */
  get unanswered(): number {
    return this.waiting.size;
  }

  close(): void {
    this.isClosing = true;
    this.socket.terminate();
  }

  private receive(text: string, opened: (error?: Error) => void): void {
    if (text === "2") return this.socket.send("3");
    if (text.startsWith("0")) return this.socket.send(`40{"protocol":${protocolVersion}}`);
    if (text.startsWith("43")) return this.answer(text);
    if (text.startsWith("42")) {
      const [event, message] = JSON.parse(text.slice(2)) as [string, unknown];
      return this.onPush?.(event, message);
    }
    if (text.startsWith("40")) opened();
    if (text.startsWith("44")) opened(new Error(`connection refused: ${text.slice(2)}`));
  }

  private answer(text: string): void {
    const start = text.indexOf("[");
    const id = Number(text.slice(2, start));
    const answered = this.waiting.get(id);
    this.waiting.delete(id);
    answered?.((JSON.parse(text.slice(start)) as unknown[])[0], performance.now());
  }
}

/** Opens all lines, `atOnce` of them under way at a time. */
export async function openLines(all: readonly LineOptions[], atOnce = 32): Promise<Line[]> {
  return inParallel(all, atOnce, (options) => Line.open(options));
}

export async function inParallel<T, R>(values: readonly T[], atOnce: number, work: (value: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < values.length; index = next++) results[index] = await work(values[index] as T, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
