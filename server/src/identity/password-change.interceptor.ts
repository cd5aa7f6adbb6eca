import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import type { Observable } from "rxjs";
import { permissionMetadata, ProblemError } from "../platform/index.ts";
import type { SessionActor } from "./sessions.service.ts";

/** Until a one-time password is changed, only the session's own routes answer: else the card it was printed on stays a key. */
@Injectable()
export class PasswordChangeInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const actor = context.getType() === "ws" ? context.switchToWs().getClient<{ data: { actor?: SessionActor } }>().data.actor : context.switchToHttp().getRequest<{ actor?: SessionActor }>().actor;
    if (actor?.mustChangePassword === true) {
      const permission = this.reflector.getAllAndOverride<string | undefined>(permissionMetadata, [context.getHandler(), context.getClass()]);
      if (permission !== "open" && permission !== "session.own") throw new ProblemError(403, "password-change-required");
    }
    return next.handle();
  }
}
