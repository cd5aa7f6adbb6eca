import type { ClientMessages, protocolVersion as ProtocolVersion, ServerMessages } from "@kompeten/shared/contracts/delivery";
import type { ClientDeviceCheckMessages } from "@kompeten/shared/contracts/device-check";
import type { ClientPresenceMessages } from "@kompeten/shared/contracts/presence";
import type { ClientRecordMessages, ServerRecordMessages } from "@kompeten/shared/contracts/room-record";
import type { ClientRoomMessages, ServerRoomMessages } from "@kompeten/shared/contracts/supervision";
import { io, type Socket } from "socket.io-client";

export type ServerSocket = Socket<ServerMessages & ServerRoomMessages & ServerRecordMessages, ClientMessages & ClientDeviceCheckMessages & ClientRecordMessages & ClientPresenceMessages & ClientRoomMessages>;

/** The contract's number, said again because importing its value would bring zod along; the type keeps the two equal. */
const protocolVersion: typeof ProtocolVersion = 3;

/** After an outage of any length a page is back within 5 s: the longest delay, the handshake, the opening and the first answer. */
const longestDelayMs = 1500;

/** The session's cookie travels with the handshake. Not connected yet: the caller listens first. */
export function makeSocket(): ServerSocket {
  const socket: ServerSocket = io({
    // Long polling would be a third way beside the socket and the plain HTTP POST (J10).
    transports: ["websocket"],
    auth: { protocol: protocolVersion },
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: longestDelayMs,
    randomizationFactor: 0.5,
    timeout: 5000,
  });
  // Socket.IO cuts off at the longest delay what chance has added, so that from the fourth on all would be the same: the longest one is left to chance itself.
  socket.io.on("reconnect_attempt", () => socket.io.reconnectionDelayMax(longestDelayMs * (0.5 + Math.random() / 2)));
  return socket;
}

/** The server pings every 4 s (socket-adapter.ts). Asked soon after a ping that did not come, so that a line that has died is known as such within 5 s. */
const silentMs = 4_200;
const doubtMs = 600;
const deadMs = 3_000;

type Silence = {
  /** Whether the line has fallen silent, or speaks again. */
  onDoubt: (isDoubtful: boolean) => void;
  /** Asked, it did not answer. */
  onDead: () => void;
};

/** A line can die without a word to either end: a socket on which nothing comes is asked, instead of waiting for Engine.IO to give it up. */
export function watchSilence(socket: ServerSocket, { onDoubt, onDead }: Silence): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDoubtful = false;
  const tell = (doubtful: boolean) => {
    if (isDoubtful === doubtful) return;
    isDoubtful = doubtful;
    onDoubt(doubtful);
  };
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, silentMs);
    tell(false);
  };
  const ask = () => {
    timer = setTimeout(() => tell(true), doubtMs);
    socket.timeout(deadMs).emitWithAck("clock", {}).catch(() => isDoubtful && socket.connected && onDead());
  };
  socket.on("connect", () => {
    isDoubtful = false;
    socket.io.engine.on("packet", heard);
    heard();
  });
  socket.on("disconnect", () => clearTimeout(timer));
}
