import { parse } from "node:querystring";
import { sessionCookie, type Actor, type SessionResolver } from "../platform/index.ts";
import type { ActorSocket } from "../platform/realtime/socket-adapter.ts";

const checkMs = 60_000;

/**
 * A socket lives for hours: its session is looked at every minute, so that signing out everywhere and roles that ended reach it,
 * and so that a candidate who only speaks over the socket does not count as idle. An outage is no reason to hang up.
 */
export function watchSession(socket: ActorSocket, sessions: SessionResolver, everyMs = checkMs): void {
  const token = parse(socket.handshake.headers.cookie ?? "", "; ", "=")[sessionCookie];
  const timer = setInterval(() => {
    sessions.resolve(String(token)).then(
      (actor) => (actor ? refresh(socket, actor) : void socket.disconnect(true)),
      () => undefined,
    );
  }, everyMs);
  socket.once("disconnect", () => clearInterval(timer));
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
