import type { RoomPush, SupervisedAttempt, SupervisionView } from "@kompeten/shared/contracts/supervision";

/** With the moment of arrival, so that time left goes on by the server's clock between two messages (T2). */
export type Supervision = SupervisionView & { receivedMs: number };

/**
 * P1: the room after a push; undefined where one was missed, and the whole has to be asked for again. What comes twice or late
 * changes nothing.
 */
export function pushed(view: Supervision, push: RoomPush, receivedMs: number): Supervision | undefined {
  if (push.version < view.version) return view;
  if (push.version === view.version) return push.attempts.length + push.record.length === 0 ? { ...view, serverNowMs: push.serverNowMs, receivedMs } : view;
  if (push.version > view.version + 1) return undefined;
  const changes = new Map(push.attempts.map((change) => [change.attemptId, change]));
  const attempts = view.attempts.map((attempt) => {
    const change = changes.get(attempt.attemptId);
    changes.delete(attempt.attemptId);
    return change ? { ...attempt, ...definedOf(change) } : attempt;
  });
  // Of one that is new all is told.
  const added = [...changes.values()] as SupervisedAttempt[];
  return { ...view, version: push.version, serverNowMs: push.serverNowMs, total: push.total, receivedMs, record: push.record.length > 0 ? [...view.record, ...push.record] : view.record, attempts: added.length > 0 ? [...attempts, ...added] : attempts };
}

function definedOf(change: RoomPush["attempts"][number]): Partial<SupervisedAttempt> {
  return change as Partial<SupervisedAttempt>;
}

/** What has to be added to this page's clock to have the server's: to the half second, so that it is the same from push to push, and with it all that is drawn by it. */
export const clockOf = ({ serverNowMs, receivedMs }: Supervision): number => Math.round((serverNowMs - receivedMs) / 500) * 500;
/** By that clock. */
export const serverNowAt = (clockMs: number): number => clockMs + performance.now();
