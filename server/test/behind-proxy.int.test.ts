/** Behind a proxy that ends TLS, as operations.md says: one that passes on nothing of the address people type, and one that says what it knows. */
import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders, type Server } from "node:http";
import { connect } from "node:net";
import { protocolVersion } from "@kompeten/shared/contracts/delivery";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionCookie } from "../src/platform/index.ts";
import { freePort } from "../src/platform/database/embedded-postgres.ts";
import { HttpClient, TestApp, testSecret } from "./harness.ts";
import { newAccount, type AccountForTest } from "./identity.builders.ts";
import { startProgram, until, type Program } from "./program.ts";

const publicUrl = "https://kompeten.example.go.id";
let app: TestApp;
let account: AccountForTest;
const started: Program[] = [];
const proxies: Server[] = [];
beforeAll(async () => {
  app = await TestApp.start();
  account = await newAccount(app, { agencyId: await app.newAgency(), roles: ["candidate"] });
});
afterAll(async () => {
  for (const proxy of proxies) proxy.close().closeAllConnections();
  for (const { child, ended } of started) {
    child.kill("SIGINT");
    await ended;
  }
  await app?.stop();
});

/** The program with these settings, and the address of a proxy in front of it that puts these headers in place of what it was sent. */
async function behindProxy(env: Record<string, string>, headersOf: (given: IncomingMessage, upstream: string) => OutgoingHttpHeaders): Promise<string> {
  const port = await freePort();
  const program = startProgram({ DATABASE_URL: app.database.ownerUrl, KOMPETEN_SECRET: testSecret, PORT: String(port), ...env });
  started.push(program);
  await until(() => program.said().includes("Kompeten is ready"), 30_000);
  const upstream = `127.0.0.1:${port}`;
  const proxy = createServer((given, answer) => {
    const passed = request({ port, host: "127.0.0.1", method: given.method, path: given.url, headers: { ...given.headers, ...headersOf(given, upstream) } }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    given.pipe(passed);
  });
  proxy.on("upgrade", (given, near) => {
    const far = connect(port, "127.0.0.1", () => {
      const headers = Object.entries({ ...given.headers, ...headersOf(given, upstream) }).map(([name, value]) => `${name}: ${String(value)}\r\n`);
      far.write(`GET ${given.url} HTTP/1.1\r\n${headers.join("")}\r\n`);
      near.pipe(far).pipe(near);
    });
    for (const end of [near, far]) end.on("error", () => (near.destroy(), far.destroy()));
  });
  proxies.push(proxy);
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

/** What becomes of a socket of a page at this origin. */
async function lineFrom(url: string, token: string | undefined, origin: string): Promise<string> {
  const socket = io(url, { transports: ["websocket"], reconnection: false, forceNew: true, auth: { protocol: protocolVersion }, extraHeaders: { origin, cookie: `${sessionCookie}=${token}` } });
  try {
    return await new Promise((resolve) => {
      socket.once("connect", () => resolve("connected"));
      socket.once("connect_error", (error) => resolve(error.message));
    });
  } finally {
    socket.close();
  }
}

describe.each([
  ["that passes on nothing of it", (_: IncomingMessage, upstream: string) => ({ host: upstream })],
  ["that says what it knows", (given: IncomingMessage, upstream: string) => ({ host: upstream, "x-forwarded-host": "kompeten.example.go.id", "x-forwarded-proto": "https", "x-forwarded-for": given.socket.remoteAddress })],
])("behind a proxy that ends TLS, %s", (_, headersOf) => {
  it("takes sockets of pages at the address that people type and of nobody else's, and makes cookies Secure", async () => {
    const url = await behindProxy({ KOMPETEN_PUBLIC_URL: publicUrl }, headersOf);
    const client = new HttpClient(url);
    const answer = await client.post("/api/session", { login: account.login, password: account.password });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()[0]).toContain("Secure");
    expect(await lineFrom(url, client.token, publicUrl)).toBe("connected");
    for (const origin of ["https://kompeten.example.go.id.example.com", "https://evil.example", "http://kompeten.example.go.id:8080", "null"]) expect(await lineFrom(url, client.token, origin)).not.toBe("connected");
    expect(await lineFrom(url, "no session", publicUrl)).toBe("not-signed-in");
  }, 60_000);
});
