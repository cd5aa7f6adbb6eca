import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { from, lastValueFrom, type Observable } from "rxjs";
import { UnitOfWork } from "../tenancy/unit-of-work.ts";
import { ownUnitsMetadata } from "./requires.ts";
import type { ActorRequest } from "./session.guard.ts";

/** Runs each HTTP handler in one unit of work of its actor; the answer leaves after the commit. */
@Injectable()
export class ScopeInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly units: UnitOfWork,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== "http") return next.handle();
    const request = context.switchToHttp().getRequest<ActorRequest>();
    if (!request.actor || this.reflector.get<boolean | undefined>(ownUnitsMetadata, context.getHandler())) return next.handle();
    const scope = { agencyId: request.actor.agencyId, accountId: request.actor.accountId };
    return from(this.units.run(scope, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
