import { EventEmitter } from "node:events";
import type { Socket } from "socket.io";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "../platform/index.ts";
import { watchSession } from "./socket-session.ts";

const actor = { accountId: "a", agencyId: "b", sessionId: "c", roles: ["candidate"] } as Actor;
const newSocket = () => Object.assign(new EventEmitter(), { handshake: { headers: { cookie: "x=1; kompeten_session=token" } }, disconnect: vi.fn<() => void>() });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a socket's session", () => {
  it("is looked at while the socket lives, and its end ends the socket", async () => {
    const socket = newSocket();
    const resolve = vi.fn<(token: string) => Promise<Actor | undefined>>().mockResolvedValueOnce(actor).mockRejectedValueOnce(new Error("outage")).mockResolvedValue(undefined);
    watchSession(socket as unknown as Socket, { resolve }, 100);
    await vi.advanceTimersByTimeAsync(250);
    expect(resolve).toHaveBeenCalledWith("token");
    expect(socket.disconnect).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(socket.disconnect).toHaveBeenCalledTimes(1);
  });

  it("is let alone once the socket is gone", async () => {
    const socket = newSocket();
    const resolve = vi.fn<(token: string) => Promise<Actor | undefined>>().mockResolvedValue(actor);
    watchSession(socket as unknown as Socket, { resolve }, 100);
    socket.emit("disconnect");
    await vi.advanceTimersByTimeAsync(500);
    expect(resolve).not.toHaveBeenCalled();
  });
});
