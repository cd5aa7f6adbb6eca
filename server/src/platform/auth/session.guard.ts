import { Inject, Injectable, type CanActivate, type ExecutionContext } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { rolesMay, type Permission } from "@kompeten/shared/contracts/permissions";
import type { FastifyRequest } from "fastify";
import { notFound, ProblemError } from "../problem/index.ts";
import { permissionMetadata, type Actor } from "./requires.ts";
import { SESSION_RESOLVER, sessionCookie, type SessionResolver } from "./session-resolver.ts";

export type ActorRequest = FastifyRequest & { actor?: Actor; cookies: Record<string, string | undefined> };

/** Deny by default: a route without a declared permission answers like one that does not exist. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SESSION_RESOLVER) private readonly sessions: SessionResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.getAllAndOverride<Permission | "open" | undefined>(permissionMetadata, [context.getHandler(), context.getClass()]);
    if (context.getType() === "ws") {
      const actor = context.switchToWs().getClient<{ data: { actor?: Actor } }>().data.actor;
      if (!permission || permission === "open" || !actor || !rolesMay(actor.roles, permission)) throw notFound();
      return true;
    }
    const request = context.switchToHttp().getRequest<ActorRequest>();
    requireSameOrigin(request);
    if (permission === "open") return true;
    if (!permission) throw notFound();
    const token = request.cookies[sessionCookie];
    const actor = token === undefined ? undefined : await this.sessions.resolve(token);
    if (!actor) throw new ProblemError(401, "not-signed-in");
    if (!rolesMay(actor.roles, permission)) throw notFound();
    request.actor = actor;
    return true;
  }
}

/** A page of another site must not be able to act with our cookie, even where SameSite is not enough. */
function requireSameOrigin(request: FastifyRequest): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") throw new ProblemError(403, "cross-site");
}
