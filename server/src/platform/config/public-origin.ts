import { createParamDecorator, type ExecutionContext } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { readEnvironment } from "./config.ts";

let configured: string | null | undefined;

/** What people type before the first slash: as configured, else as this request came, whose proxy on the same machine is believed. */
function publicOriginOf(request: Pick<FastifyRequest, "protocol" | "host">): string {
  return configuredOrigin() ?? `${request.protocol}://${request.host}`;
}

/**
 * Whether a page that asks stands at an address of ours: the one that people type, or the one at which its request arrived. A proxy need not pass on
 * the first, so that is known from the settings.
 */
export function isOwnOrigin(origin: string, headers: Record<string, string | undefined>): boolean {
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  return page.origin === configuredOrigin() || page.host === (headers["x-forwarded-host"] ?? headers["host"]);
}

function configuredOrigin(): string | null {
  if (configured === undefined) configured = originOf(readEnvironment(process.env).KOMPETEN_PUBLIC_URL);
  return configured;
}

const originOf = (url: string | undefined): string | null => (url === undefined ? null : new URL(url).origin);

export const PublicOrigin = createParamDecorator((_: unknown, context: ExecutionContext): string => publicOriginOf(context.switchToHttp().getRequest<FastifyRequest>()));
