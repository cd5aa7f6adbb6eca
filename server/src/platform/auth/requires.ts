import { applyDecorators, createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from "@nestjs/common";
import { ApiSecurity } from "@nestjs/swagger";
import type { Permission, Role } from "@kompeten/shared/contracts/permissions";

/** Who is asking: put on the request by the session guard. */
export type Actor = {
  accountId: string;
  agencyId: string;
  sessionId: string;
  roles: readonly Role[];
  /** Until a one-time password is changed, only the session's own routes answer. */
  mustChangePassword?: boolean;
  /** Came in with a token of a sitting: takes attempts, and changes nothing of the account. */
  bySittingToken?: boolean;
};

export const permissionMetadata = "kompeten:permission";

/** What /api/docs calls the session cookie. */
export const sessionScheme = "session";

/**
 * Each route and each socket message declares the one permission it needs; without a declaration it is refused to all. What
 * needs a permission needs the session cookie, and /api/docs says so by the same declaration.
 */
export function Requires(permission: Permission): ClassDecorator & MethodDecorator {
  return applyDecorators(SetMetadata(permissionMetadata, permission), ApiSecurity(sessionScheme));
}

/** Open to people who are not signed in: signing in, health, the notice of what this is. */
export function Open(): CustomDecorator {
  return SetMetadata(permissionMetadata, "open");
}

export const ownUnitsMetadata = "kompeten:own-units";

/** The handler opens its own units of work: for what waits its turn, and must not hold a connection while it does. */
export function OpensOwnUnits(): CustomDecorator {
  return SetMetadata(ownUnitsMetadata, true);
}

/** The signed-in actor of an HTTP request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | undefined => {
  return context.switchToHttp().getRequest<{ actor?: Actor }>().actor;
});
