import { parse } from "node:querystring";
import type { Socket } from "socket.io";
import { sessionCookie, type SessionResolver } from "../platform/index.ts";

const checkMs = 60_000;

/**
 * A socket lives for hours: its session is looked at every minute, so that signing out everywhere reaches it, and so that a
 * candidate who only speaks over the socket does not count as idle. An outage is no reason to hang up.
 */
export function watchSession(socket: Socket, sessions: SessionResolver, everyMs = checkMs): void {
  const token = parse(socket.handshake.headers.cookie ?? "", "; ", "=")[sessionCookie];
  const timer = setInterval(() => {
    sessions.resolve(String(token)).then(
      (actor) => actor ?? socket.disconnect(true),
      () => undefined,
    );
  }, everyMs);
  socket.once("disconnect", () => clearInterval(timer));
}
