import { SetMetadata, type CustomDecorator } from "@nestjs/common";
import { rolesMay, type Permission } from "@kompeten/shared/contracts/permissions";
import { permissionMetadata } from "../auth/index.ts";
import { notFound, ProblemError } from "../problem/index.ts";
import type { ActorSocket } from "./socket-adapter.ts";

export const socketMessageMetadata = "kompeten:socket-message";

/**
 * A method of a gateway that answers a message; what it returns is the acknowledgement. Not Nest's SubscribeMessage: its guards,
 * interceptors and pipes cost more than the deed when a message comes thousands of times a second (npm run bench -- saves), and it keeps
 * a subscription for each message and socket, for hours. What a guard checks is checked below.
 */
export function SocketMessage(event: string): CustomDecorator {
  return SetMetadata(socketMessageMetadata, event);
}

/** One function for all sockets; the emitter says on which. */
type Listener = (this: ActorSocket, raw: unknown, answer: unknown) => void;
export type SocketMessages = readonly (readonly [event: string, listener: Listener])[];
type Handler = (this: object, socket: ActorSocket, raw: unknown) => Promise<unknown>;

/** `refused` says an error in the words of the gateway's own protocol: the callback is always called. */
export function socketMessagesOf(gateway: object, refused: (error: unknown) => unknown): SocketMessages {
  return Object.values(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(gateway) as object)).flatMap(({ value }) => {
    const handler = value as Handler;
    const event = typeof handler === "function" ? (Reflect.getMetadata(socketMessageMetadata, handler) as string | undefined) : undefined;
    if (event === undefined) return [];
    const permission = Reflect.getMetadata(permissionMetadata, handler) as Permission | undefined;
    const listener: Listener = function (raw, answer) {
      if (typeof answer !== "function") return;
      const refusal = refusalOf(this, permission);
      if (refusal) return void answer(refused(refusal));
      handler.call(gateway, this, raw).then(
        (answered) => void answer(answered),
        (error: unknown) => void answer(refused(error)),
      );
    };
    return [[event, listener] as const];
  });
}

export function listenTo(socket: ActorSocket, messages: SocketMessages): void {
  for (const [event, listener] of messages) socket.on(event, listener as (raw: unknown, answer: unknown) => void);
}

function refusalOf(socket: ActorSocket, permission: Permission | undefined): ProblemError | undefined {
  const { actor } = socket.data;
  if (!permission || !rolesMay(actor.roles, permission)) return notFound();
  return actor.mustChangePassword === true ? new ProblemError(403, "password-change-required") : undefined;
}
