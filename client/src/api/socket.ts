import type { ClientMessages, protocolVersion as ProtocolVersion, ServerMessages } from "@kompeten/shared/contracts/delivery";
import type { ClientDeviceCheckMessages } from "@kompeten/shared/contracts/device-check";
import type { ClientPresenceMessages } from "@kompeten/shared/contracts/presence";
import type { ClientRecordMessages, ServerRecordMessages } from "@kompeten/shared/contracts/room-record";
import type { ClientRoomMessages, ServerRoomMessages } from "@kompeten/shared/contracts/supervision";
import { io, type Socket } from "socket.io-client";

export type ServerSocket = Socket<ServerMessages & ServerRoomMessages & ServerRecordMessages, ClientMessages & ClientDeviceCheckMessages & ClientRecordMessages & ClientPresenceMessages & ClientRoomMessages>;

/** The contract's number, said again because importing its value would bring zod along; the type keeps the two equal. */
const protocolVersion: typeof ProtocolVersion = 2;

/** The session's cookie travels with the handshake. Not connected yet: the caller listens first. */
export function makeSocket(): ServerSocket {
  return io({
    // Long polling would be a third way beside the socket and the plain HTTP POST (J10).
    transports: ["websocket"],
    auth: { protocol: protocolVersion },
    autoConnect: false,
    // After an outage of any length a page is back within 5 s: the longest delay, the handshake, the opening and the first answer.
    reconnectionDelay: 500,
    reconnectionDelayMax: 3000,
    randomizationFactor: 0.5,
    timeout: 5000,
  });
}
