import type { Actor } from "./requires.ts";

export const sessionCookie = "kompeten_session";

/**
 * Finds out who holds a session token. A port, because platform may not import the identity context that implements it;
 * identity provides it under this token.
 */
export const SESSION_RESOLVER = Symbol("SESSION_RESOLVER");
export interface SessionResolver {
  /** Undefined for an unknown, expired or revoked token, or when no valid membership is left. */
  resolve(token: string): Promise<Actor | undefined>;
}
