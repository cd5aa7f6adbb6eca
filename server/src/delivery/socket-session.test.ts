import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "../platform/index.ts";
import type { ActorSocket } from "../platform/realtime/socket-adapter.ts";
import { SocketSessions } from "./socket-session.ts";

const actor = { accountId: "a", agencyId: "b", sessionId: "c", roles: ["candidate"] } as Actor;
const newSocket = () => Object.assign(new EventEmitter(), { handshake: { headers: { cookie: "x=1; kompeten_session=token" } }, data: { actor }, disconnect: vi.fn<() => void>(), conn: { close: vi.fn<() => void>() } });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a socket's session", () => {
  it("is looked at while the socket lives, and its end ends the socket", async () => {
    const socket = newSocket();
    const resolve = vi.fn<(token: string) => Promise<Actor | undefined>>().mockResolvedValueOnce(actor).mockRejectedValueOnce(new Error("outage")).mockResolvedValue(undefined);
    new SocketSessions({ resolve }, 100).watch(socket as unknown as ActorSocket);
    await vi.advanceTimersByTimeAsync(250);
    expect(resolve).toHaveBeenCalledWith("token");
    expect(socket.disconnect).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(105);
    expect(socket.disconnect).toHaveBeenCalledTimes(1);
  });

  it("gives the socket the roles of now, and cuts the line when one was lost", async () => {
    const socket = newSocket();
    const more = { ...actor, roles: ["candidate", "proctor"] } as Actor;
    const fewer = { ...actor, roles: ["proctor"] } as Actor;
    const resolve = vi.fn<(token: string) => Promise<Actor | undefined>>().mockResolvedValueOnce(more).mockResolvedValue(fewer);
    new SocketSessions({ resolve }, 100).watch(socket as unknown as ActorSocket);
    await vi.advanceTimersByTimeAsync(105);
    expect([socket.data.actor, socket.conn.close.mock.calls.length]).toEqual([more, 0]);
    await vi.advanceTimersByTimeAsync(105);
    expect([socket.data.actor, socket.conn.close.mock.calls.length]).toEqual([fewer, 1]);
    expect(socket.disconnect).not.toHaveBeenCalled();
  });

  it("is let alone once the socket is gone", async () => {
    const socket = newSocket();
    const resolve = vi.fn<(token: string) => Promise<Actor | undefined>>().mockResolvedValue(actor);
    new SocketSessions({ resolve }, 100).watch(socket as unknown as ActorSocket);
    socket.emit("disconnect");
    await vi.advanceTimersByTimeAsync(500);
    expect(resolve).not.toHaveBeenCalled();
  });
});
