import { SetMetadata, type CustomDecorator } from "@nestjs/common";
import { rolesMay, type Permission } from "@kompeten/shared/contracts/permissions";
import { permissionMetadata } from "../auth/index.ts";
import { notFound, ProblemError } from "../problem/index.ts";
import type { ActorSocket } from "./socket-adapter.ts";

export const directMessageMetadata = "kompeten:direct-message";

/**
 * Like Nest's SubscribeMessage, for the few messages that come thousands of times a second: bound to the socket itself, because
 * guards, interceptors and pipes cost more than the deed (npm run bench -- saves). What they check is checked below; the method
 * gets the socket and the raw message, and its answer is the acknowledgement.
 */
export function DirectMessage(event: string): CustomDecorator {
  return SetMetadata(directMessageMetadata, event);
}

type Handler = (this: object, socket: ActorSocket, raw: unknown) => Promise<unknown>;

/** `refused` says an error in the words of the gateway's own protocol: the callback is always called. */
export function bindDirectMessages(socket: ActorSocket, gateway: object, refused: (error: unknown) => unknown): void {
  for (const handler of Object.values(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(gateway) as object)).map(({ value }) => value as Handler)) {
    const event = typeof handler === "function" ? (Reflect.getMetadata(directMessageMetadata, handler) as string | undefined) : undefined;
    if (event === undefined) continue;
    const permission = Reflect.getMetadata(permissionMetadata, handler) as Permission | undefined;
    socket.on(event, (raw: unknown, answer: unknown) => {
      if (typeof answer !== "function") return;
      const refusal = refusalOf(socket, permission);
      if (refusal) return void answer(refused(refusal));
      handler.call(gateway, socket, raw).then(
        (answered) => void answer(answered),
        (error: unknown) => void answer(refused(error)),
      );
    });
  }
}

function refusalOf(socket: ActorSocket, permission: Permission | undefined): ProblemError | undefined {
  const { actor } = socket.data;
  if (!permission || !rolesMay(actor.roles, permission)) return notFound();
  return actor.mustChangePassword === true ? new ProblemError(403, "password-change-required") : undefined;
}
