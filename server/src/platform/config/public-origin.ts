import { createParamDecorator, type ExecutionContext } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { readEnvironment } from "./config.ts";

let configured: string | null | undefined;

/** What people type before the first slash: as configured, else as this request came, whose proxy on the same machine is believed. */
function publicOriginOf(request: Pick<FastifyRequest, "protocol" | "host">): string {
  if (configured === undefined) configured = originOf(readEnvironment(process.env).KOMPETEN_PUBLIC_URL);
  return configured ?? `${request.protocol}://${request.host}`;
}

const originOf = (url: string | undefined): string | null => (url === undefined ? null : new URL(url).origin);

export const PublicOrigin = createParamDecorator((_: unknown, context: ExecutionContext): string => publicOriginOf(context.switchToHttp().getRequest<FastifyRequest>()));
