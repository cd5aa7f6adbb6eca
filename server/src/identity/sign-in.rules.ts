import { ok, refuse, type Result } from "@kompeten/shared/kernel";

export const passwordLengthMin = 10;
export const failuresBeforeLock = 5;
export const lockMinutes = 15;
export const sessionHoursMax = 12;
export const idleHoursMax = 2;

const minuteMs = 60_000;

/** Logins are compared in lower case; a NIP may be typed as it is printed, in groups. */
export function normaliseLogin(typed: string): string {
  const compact = typed.replaceAll(/\s/g, "");
  return /^\d{18}$/.test(compact) ? compact : typed.trim().toLowerCase();
}

/** A sitting token as it was made, however it was typed: in capitals, with spaces, without its hyphens. */
export function asToken(typed: string): string {
  const compact = typed.toLowerCase().replaceAll(/[\s-]/g, "");
  return compact.length === 12 ? `${compact.slice(0, 4)}-${compact.slice(4, 8)}-${compact.slice(8)}` : typed;
}

/** The login in this agency of somebody whose NIP is the login of an account another agency looks after. */
export function ownLoginOf(nip: string, agencyCode: string): string {
  return `${nip}@${agencyCode}`;
}

/** Made by the program alone: by hand, one agency could occupy the logins another one needs. */
export function isReservedLogin(login: string): boolean {
  return /^\d{18}@/.test(login);
}

/** What a person may choose: long enough, and not the login, which everybody around knows. */
export function passwordAllowed(password: string, login: string): Result<void, "password-too-short" | "password-is-login"> {
  if (password.length < passwordLengthMin) return refuse("password-too-short");
  if (normaliseLogin(password) === login) return refuse("password-is-login");
  return ok(undefined);
}

export type LockState = { failedSignIns: number; lockedUntil: Date | null };

export function isLocked(state: LockState, now: Date): boolean {
  return state.lockedUntil !== null && state.lockedUntil > now;
}

/** Minutes to wait, rounded up: at least one while the lock holds. */
export function lockedMinutes(state: LockState, now: Date): number {
  return state.lockedUntil === null ? 0 : Math.max(0, Math.ceil((state.lockedUntil.getTime() - now.getTime()) / minuteMs));
}

/** After a wrong password. A lock that holds is not prolonged: else anybody could keep somebody out for ever. */
export function afterFailure(state: LockState, now: Date): LockState {
  if (isLocked(state, now)) return state;
  const failedSignIns = state.lockedUntil === null ? state.failedSignIns + 1 : 1;
  const lockedUntil = failedSignIns >= failuresBeforeLock ? new Date(now.getTime() + lockMinutes * minuteMs) : null;
  return { failedSignIns, lockedUntil };
}

export type SessionTimes = { lastSeenAt: Date; expiresAt: Date; revokedAt: Date | null };

export function sessionHolds(session: SessionTimes, now: Date): boolean {
  if (session.revokedAt !== null || session.expiresAt <= now) return false;
  return now.getTime() - session.lastSeenAt.getTime() < idleHoursMax * 60 * minuteMs;
}

/** Written at most once a minute: a sitting of a thousand people must not become a thousand updates a second. */
export function needsLastSeen(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= minuteMs;
}
