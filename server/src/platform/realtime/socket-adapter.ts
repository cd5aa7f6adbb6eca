import type { INestApplicationContext } from "@nestjs/common";
import { IoAdapter } from "@nestjs/platform-socket.io";
import { assert } from "@kompeten/shared/kernel";
import type { Server, ServerOptions, Socket } from "socket.io";
import type { EventEmitter } from "node:events";
import { parse } from "node:querystring";
import { SESSION_RESOLVER, sessionCookie, type Actor, type SessionResolver } from "../auth/index.ts";
import { isOwnOrigin } from "../config/public-origin.ts";
import { watchHeap } from "./full-house.ts";
import { emptyRequest, emptyWhatIsSent } from "./left-behind.ts";

/** A socket whose session was checked at the handshake. */
export type ActorSocket = Socket & { data: { actor: Actor } };

/** The largest message a client may send; a long essay with room to spare. */
const messageBytesMax = 512 * 1024;

/**
 * Socket.IO over WebSocket only: long polling would be a third way beside the socket and the plain HTTP POST of the same
 * operations (J10). The handshake needs a valid session; origins other than our own are refused.
 */
export class SocketAdapter extends IoAdapter {
  private readonly sessions: SessionResolver;

  constructor(app: INestApplicationContext) {
    super(app);
    this.sessions = app.get<SessionResolver>(SESSION_RESOLVER, { strict: false });
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      transports: ["websocket"],
      perMessageDeflate: false,
      serveClient: false,
      maxHttpBufferSize: messageBytesMax,
      // A page that does not hear it asks, and says within 5 s of the truth that its line is dead (client/src/api/socket.ts).
      pingInterval: 4_000,
      pingTimeout: 5_000,
      allowRequest: (request: { headers: Record<string, string | undefined> }, decide: (error: string | null, allowed: boolean) => void) => {
        const { origin } = request.headers;
        // Without one it is no browser, which has no cookie of somebody else's to misuse.
        decide(null, origin === undefined || isOwnOrigin(origin, request.headers));
      },
    } as unknown as ServerOptions) as Server;
    server.use((socket, next) => {
      const token = cookieOf(socket.handshake.headers.cookie);
      if (token === undefined) return next(new Error("not-signed-in"));
      this.sessions.resolve(token).then(
        (actor) => {
          if (!actor) return next(new Error("not-signed-in"));
          (socket as ActorSocket).data.actor = actor;
          next();
        },
        () => next(new Error("not-ready")),
      );
    });
    server.httpServer.once("close", watchHeap(() => server.engine.clientsCount));
    emptyWhatIsSent(server.engine as EventEmitter);
    server.on("connection", (socket) => emptyRequest(socket.conn as { request: object | null }));
    return server;
  }

  /** Nest would keep some observables for each socket and gateway, for messages that ours hear by themselves (SocketMessage). */
  override bindMessageHandlers(_: Socket, handlers: readonly object[]): void {
    assert(handlers.length === 0, "a gateway's messages are marked with SocketMessage");
  }

  /** So it would for `handleDisconnect`, which no gateway has: who needs to know asks the socket. */
  override bindClientDisconnect(): void {}
}

function cookieOf(header: string | undefined): string | undefined {
  const value = parse(header ?? "", "; ", "=")[sessionCookie];
  return typeof value === "string" ? value : undefined;
}
