import { parse } from "node:querystring";
import { sessionCookie, type Actor, type SessionResolver } from "../platform/index.ts";
import type { ActorSocket } from "../platform/realtime/socket-adapter.ts";

const checkMs = 60_000;
const looksPerCheck = 60;

/**
 * A socket lives for hours: its session is looked at every minute, so that signing out everywhere and roles that ended reach it,
 * and so that a candidate who only speaks over the socket does not count as idle. An outage is no reason to hang up.
 * One timer for all sockets: each look takes those whose minute is over, which the resolver asks for together.
 */
export class SocketSessions {
  /** When each is due, the earliest first. */
  private readonly due = new Map<ActorSocket, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionResolver,
    private readonly everyMs = checkMs,
  ) {}

  watch(socket: ActorSocket): void {
    this.due.set(socket, performance.now() + this.everyMs);
    socket.once("disconnect", () => this.leave(socket));
    this.timer ??= setInterval(() => this.look(), this.everyMs / looksPerCheck).unref();
  }

  private leave(socket: ActorSocket): void {
    this.due.delete(socket);
    if (this.due.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    const nowMs = performance.now();
    for (const [socket, dueMs] of this.due) {
      if (dueMs > nowMs) return;
      this.due.delete(socket);
      this.due.set(socket, nowMs + this.everyMs);
      this.sessions.resolve(tokenOf(socket)).then(
        (actor) => (actor ? refresh(socket, actor) : void socket.disconnect(true)),
        () => undefined,
      );
    }
  }
}

function tokenOf(socket: ActorSocket): string {
  return String(parse(socket.handshake.headers.cookie ?? "", "; ", "=")[sessionCookie]);
}

/**
 * The guard asks `socket.data.actor` at every message. What the socket already hears of, it heard of by the rights it had: when
 * some are gone, the line is cut in a way after which clients come back by themselves, and J10 tells them what they may still see.
 */
function refresh(socket: ActorSocket, actor: Actor): void {
  const before: Actor = socket.data.actor;
  const lost = before.roles.some((role) => !actor.roles.includes(role));
  socket.data.actor = actor;
  if (lost) socket.conn.close();
}
