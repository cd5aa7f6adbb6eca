/**
 * The network between the candidates and two web processes: hands connections out in turn, passes over a process that does not
 * listen, and does to each candidate's line what the schedule says. HTTP is forwarded request by request, a WebSocket frame by frame.
 */
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { FrameCutter, isMessage, type Frame } from "./frames.ts";

export const deviceHeader = "x-chaos-device";

export type Weather = { dropped: number; doubled: number; late: number; lateMsMax: number };
export const calm: Weather = { dropped: 0, doubled: 0, late: 0, lateMsMax: 0 };

/** What befell one message; for the report, and for telling whose recovery was disturbed. */
type Told = { onMessageFault: (kind: "dropped" | "doubled" | "late") => void };

/** One device's way to the servers. */
export class DeviceLine {
  cut: "silent" | "reset" | null = null;
  readonly tunnels = new Set<Tunnel>();
  /** How many requests are at each process now. */
  readonly underWay = new Map<number, number>();
  private restored: (() => void)[] = [];
  private readonly random: () => number;
  private readonly told: Told;
  private readonly latencyMs: number;

  constructor(random: () => number, told: Told, latencyMs: number) {
    this.random = random;
    this.told = told;
    this.latencyMs = latencyMs;
  }

  get processes(): Set<number> {
    return new Set([...[...this.tunnels].map((tunnel) => tunnel.process), ...[...this.underWay].filter(([, count]) => count > 0).map(([process]) => process)]);
  }

  break(manner: "silent" | "reset"): void {
    this.cut = manner;
    if (manner === "reset") for (const tunnel of this.tunnels) tunnel.breakNow();
  }

  /** After a long silence the old connections are of no use any more, as after a TCP time-out. */
  restore(): void {
    this.cut = null;
    for (const tunnel of this.tunnels) tunnel.resume();
    for (const go of this.restored.splice(0)) go();
  }

  passable(): Promise<void> {
    return this.cut === null ? Promise.resolve() : new Promise((resolve) => this.restored.push(resolve));
  }

  /** When the copies of a message are to be delivered, in ms from now, each out of line or in it. None: it is lost. */
  fate(weather: Weather): { inLine: boolean; late: number[] } {
    const dice = this.random();
    if (dice < weather.dropped) return (this.told.onMessageFault("dropped"), { inLine: false, late: [] });
    if (dice < weather.dropped + weather.doubled) return (this.told.onMessageFault("doubled"), { inLine: true, late: [weather.lateMsMax * this.random()] });
    if (dice < weather.dropped + weather.doubled + weather.late) return (this.told.onMessageFault("late"), { inLine: false, late: [weather.lateMsMax * this.random()] });
    return { inLine: true, late: [] };
  }

  jitterMs(): number {
    return this.latencyMs * (0.5 + this.random());
  }
}

/** One direction of a WebSocket. */
class Pipe {
  private readonly cutter = new FrameCutter();
  private held: Buffer[] = [];
  private lastDueMs = 0;
  private to: Duplex;
  private line: DeviceLine;
  private weather: () => Weather;

  constructor(to: Duplex, line: DeviceLine, weather: () => Weather) {
    this.to = to;
    this.line = line;
    this.weather = weather;
  }

  push(chunk: Buffer): void {
    for (const frame of this.cutter.push(chunk)) this.pass(frame);
  }

  private pass(frame: Frame): void {
    const { inLine, late } = isMessage(frame) ? this.line.fate(this.weather()) : { inLine: true, late: [] };
    const nowMs = performance.now();
    if (inLine) {
      this.lastDueMs = Math.max(this.lastDueMs, nowMs + this.line.jitterMs());
      setTimeout(() => this.deliver(frame.bytes), this.lastDueMs - nowMs);
    }
    for (const ms of late) setTimeout(() => this.deliver(frame.bytes), ms + this.line.jitterMs());
  }

  private deliver(bytes: Buffer): void {
    if (this.line.cut === "silent") this.held.push(bytes);
    else if (!this.to.destroyed) this.to.write(bytes);
  }

  resume(): void {
    for (const bytes of this.held.splice(0)) if (!this.to.destroyed) this.to.write(bytes);
  }
}

class Tunnel {
  private readonly up: Pipe;
  private readonly down: Pipe;
  private ended = false;
  readonly process: number;
  private readonly client: Duplex;
  private readonly server: Socket;
  private readonly line: DeviceLine;

  constructor(given: { process: number; client: Duplex; server: Socket; line: DeviceLine; weather: () => Weather }) {
    this.process = given.process;
    this.client = given.client;
    this.server = given.server;
    this.line = given.line;
    this.up = new Pipe(this.server, this.line, given.weather);
    this.down = new Pipe(this.client, this.line, given.weather);
    this.line.tunnels.add(this);
    this.client.on("data", (chunk: Buffer) => this.up.push(chunk));
    this.client.on("close", () => this.end());
    this.client.on("error", () => this.end());
    this.server.on("close", () => this.end());
    this.server.on("error", () => this.end());
  }

  fromServer(chunk: Buffer): void {
    this.down.push(chunk);
  }

  breakNow(): void {
    this.client.destroy();
    this.server.destroy();
    this.line.tunnels.delete(this);
  }

  resume(): void {
    this.up.resume();
    this.down.resume();
    if (this.ended) this.breakNow();
  }

  /** One side is gone; while the line is silent the other does not hear of it. */
  private end(): void {
    this.ended = true;
    if (this.line.cut !== "silent") this.breakNow();
  }
}

export class Proxy {
  weather: Weather = calm;
  private readonly server: Server;
  private turn = 0;
  port = 0;
  private readonly ports: readonly number[];
  private readonly lines: ReadonlyMap<string, DeviceLine>;

  constructor(ports: readonly number[], lines: ReadonlyMap<string, DeviceLine>) {
    this.ports = ports;
    this.lines = lines;
    this.server = createServer((incoming, answer) => void this.forward(incoming, answer).catch(() => answer.destroy()));
    this.server.on("upgrade", (incoming: IncomingMessage, client: Duplex, head: Buffer) => void this.upgrade(incoming, client, head).catch(() => client.destroy()));
    this.server.requestTimeout = 0;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    const address = this.server.address();
    this.port = typeof address === "object" && address ? address.port : 0;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private lineOf(incoming: IncomingMessage): DeviceLine {
    const line = this.lines.get(String(incoming.headers[deviceHeader]));
    if (!line) throw new Error("a request of nobody's");
    return line;
  }

  /** A process that listens, in turn. */
  private async reach(): Promise<{ process: number; socket: Socket }> {
    const first = this.turn++;
    for (let tries = 0; tries < this.ports.length; tries++) {
      const process = (first + tries) % this.ports.length;
      const socket = await reached(this.ports[process] as number);
      if (socket) return { process, socket };
    }
    throw new Error("no process listens");
  }

  private async upgrade(incoming: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    const line = this.lineOf(incoming);
    client.on("error", () => client.destroy());
    if (line.cut === "reset") return void client.destroy();
    await line.passable();
    const { process, socket } = await this.reach();
    const fields = incoming.rawHeaders.reduce((text, value, index) => text + value + (index % 2 === 0 ? ": " : "\r\n"), "");
    socket.write(`GET ${incoming.url} HTTP/1.1\r\n${fields}\r\n`);
    socket.write(head);
    const tunnel = new Tunnel({ process, client, server: socket, line, weather: () => this.weather });
    let handshake: Buffer | null = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      if (handshake === null) return tunnel.fromServer(chunk);
      handshake = Buffer.concat([handshake, chunk]);
      const end = handshake.indexOf("\r\n\r\n");
      if (end < 0) return;
      client.write(handshake.subarray(0, end + 4));
      const rest = handshake.subarray(end + 4);
      handshake = null;
      if (rest.length > 0) tunnel.fromServer(rest);
    });
  }

  private async forward(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const line = this.lineOf(incoming);
    if (line.cut === "reset") return void incoming.socket.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const there = line.fate(this.weather);
    const back = line.fate(this.weather);
    for (const ms of there.late.slice(there.inLine ? 0 : 1)) setTimeout(() => void this.ask(incoming, body, line).catch(() => undefined), ms);
    // Lost: the browser waits until it loses patience.
    if (!there.inLine && there.late.length === 0) return;
    await pause(line.jitterMs() + (there.inLine ? 0 : (there.late[0] ?? 0)));
    await line.passable();
    const given = await this.ask(incoming, body, line).catch((error: Error) => error);
    if (!back.inLine && back.late.length === 0) return;
    await pause(line.jitterMs() + (back.inLine ? 0 : (back.late[0] ?? 0)));
    if ((line.cut as string | null) === "reset") return void incoming.socket.destroy();
    await line.passable();
    if (given instanceof Error) return void answer.writeHead(502).end();
    answer.writeHead(given.status, given.headers);
    answer.end(given.body);
  }

  private async ask(incoming: IncomingMessage, body: Buffer, line: DeviceLine): Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }> {
    const { process, socket } = await this.reach();
    line.underWay.set(process, (line.underWay.get(process) ?? 0) + 1);
    try {
      return await new Promise((resolve, reject) => {
        const asked = request({ createConnection: () => socket, method: incoming.method ?? "GET", path: incoming.url ?? "/", headers: { ...incoming.headers, connection: "close" } }, (response) => {
          const parts: Buffer[] = [];
          response.on("data", (chunk: Buffer) => parts.push(chunk));
          response.on("end", () => {
            const { connection: _, "transfer-encoding": __, "content-length": ___, ...headers } = response.headers;
            resolve({ status: response.statusCode ?? 502, headers, body: Buffer.concat(parts) });
          });
          response.on("error", reject);
        });
        asked.on("error", reject);
        asked.end(body);
      });
    } finally {
      line.underWay.set(process, (line.underWay.get(process) ?? 1) - 1);
      socket.destroy();
    }
  }
}

function reached(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.setNoDelay(true);
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(undefined));
  });
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
