/** What an attempt is at a moment: each state holds only what is valid in it. */
import type { TimeParts } from "./deadline.ts";
import type { SectionPlan, Sections } from "./sections.ts";
import type { Work } from "./work.ts";

export type Common = {
  readonly seq: number;
  /** J5: raised by each take-over; what comes under an older one is set aside. */
  readonly epoch: number;
  /** The device that works under this epoch; null while none has been named. */
  readonly deviceId: string | null;
  readonly seed: number;
  readonly windowEndMs: number;
  readonly offlineWindowMs: number;
  /** T4: the newest entry that changed the time, and the newest such that the candidate's page has shown; 0 for none. */
  readonly timeSeq: number;
  readonly timeAcknowledgedSeq: number;
  /** R5: opened and started in Safe Exam Browser with the sitting's settings, or by the proctor's word. */
  readonly safeExamBrowser: boolean;
};

export type Waiting = Common & {
  readonly state: "waiting";
  readonly windowStartMs: number;
  readonly limitMs: number | null;
  readonly accommodationsMs: number;
  readonly extensionsMs: number;
  readonly noticeId: string | null;
  readonly noticeAcknowledgedAtMs: number | null;
  readonly plan: readonly SectionPlan[] | null;
  /** R3: candidates wait until the proctor starts the room; and how long after its start one may still come in. */
  readonly proctorStarts: boolean;
  readonly entryClosesMs: number | null;
};
export type Running = Common & {
  readonly state: "running";
  readonly time: TimeParts;
  readonly pausedSinceMs: number | null;
  /** While paused: the window's end, because the time left does not run. */
  readonly deadlineMs: number;
  /** Null where all sections lie open all the time. */
  readonly sections: Sections | null;
  readonly work: Work;
};
export type Closed = Common & {
  readonly state: "closed";
  readonly time: TimeParts;
  readonly reason: "submitted" | "expired" | "ended";
  /** T3: an expired attempt ended at its deadline, whenever that was noticed. */
  readonly closedAtMs: number;
  readonly sections: Sections | null;
  readonly work: Work;
};
export type Attempt = Waiting | Running | Closed;
