import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { expect, it } from "vitest";
import { emptyRequest, emptyWhatIsSent, makeNothingOldAtOnce } from "./left-behind.ts";

it("asks of V8 what it knows", () => {
  const flags: string[] = [];
  makeNothingOldAtOnce((flag) => void flags.push(flag));
  const asked = spawnSync(process.execPath, [...flags, "--heap-growing-percent=80", "-e", "0"], { encoding: "utf8" });
  expect({ status: asked.status, said: asked.stderr }).toEqual({ status: 0, said: "" });
});

it("empties what is sent and what was asked, and loses nothing of either", async () => {
  const http = createServer();
  const server = new Server(http, { transports: ["websocket"], pingInterval: 50 });
  const kept: unknown[][] = [];
  server.engine.on("flush", (_: unknown, packets: unknown[]) => void kept.push(packets));
  emptyWhatIsSent(server.engine);
  const handshakes: unknown[] = [];
  const lines: { request: object | null }[] = [];
  const requests: object[] = [];
  server.on("connection", (socket) => {
    const line = socket.conn as unknown as { request: object | null };
    lines.push(line);
    if (line.request) requests.push(line.request);
    emptyRequest(line);
    handshakes.push(socket.handshake.headers["x-seat"]);
    socket.on("ask", (count: number, answer: (count: number) => void) => {
      // Several at once, and one that is not text.
      for (let each = 0; each < 3; each++) socket.emit("told", count, each, Buffer.from([each]));
      answer(count);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { transports: ["websocket"], extraHeaders: { "x-seat": "12" } });
  try {
    const told: number[][] = [];
    client.on("told", (count: number, each: number, bytes: Uint8Array) => void told.push([count, each, Number(bytes[0])]));
    const asked = await Promise.all(Array.from({ length: 50 }, (_, count) => client.emitWithAck("ask", count) as Promise<number>));
    // Over some pings, which are sent from a list as well.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const last = (await client.emitWithAck("ask", 50)) as number;
    expect([...asked, last]).toEqual(Array.from({ length: 51 }, (_, count) => count));
    expect(told).toEqual(Array.from({ length: 51 }, (_, count) => [0, 1, 2].map((each) => [count, each, each])).flat());
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.every((packets) => packets.length === 0)).toBe(true);
    expect(handshakes).toEqual(["12"]);
    expect(lines[0]?.request).toBeNull();
    expect(requests.map((request) => Reflect.ownKeys(request))).toEqual([[]]);
  } finally {
    client.close();
    await server.close();
  }
});
