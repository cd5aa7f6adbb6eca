import type { Action, EntryDraft, Outage, Response, SetAsideCause, WorkKind } from "./entry.ts";
import type { SectionPlan } from "./sections.ts";
import type { TextEdit } from "./text-edit.ts";
import type { ActionText, AnswerText, CellText } from "./text-place.ts";

type Made = { readonly madeAtMs?: number | undefined };

/** A text as the difference from what it was. */
export type EditCommand = Made & { readonly edit: TextEdit } & (({ readonly kind: "edit" } & AnswerText) | ({ readonly kind: "edit-cell" } & CellText) | ({ readonly kind: "edit-action" } & ActionText));

/** Work on the paper: what fits it is decided by `misfit`, and what arrives too late or from an old device is set aside. */
export type WorkCommand =
  | (Made & { readonly kind: "respond"; readonly itemId: string; readonly response: Response })
  | EditCommand
  | (Made & { readonly kind: "flag"; readonly itemId: string; readonly flagged: boolean })
  | (Made & { readonly kind: "visit"; readonly itemId: string; readonly readMs?: number | undefined })
  | (Made & { readonly kind: "act"; readonly action: Action });

/** What a candidate may ask for, each with an opId of its own on the wire. */
export type CandidateCommand =
  | { readonly kind: "acknowledge-notice"; readonly noticeId: string }
  | { readonly kind: "start"; readonly deviceId?: string | undefined }
  | { readonly kind: "take-over"; readonly deviceId: string }
  | { readonly kind: "acknowledge-time"; readonly seq: number }
  | WorkCommand
  | { readonly kind: "open-section"; readonly sectionId: string }
  | { readonly kind: "submit" };

/** What a proctor or an organiser may ask for; always with a reason (T1). */
export type SupervisorCommand =
  | { readonly kind: "accommodate"; readonly ms: number; readonly reason: string }
  | { readonly kind: "extend"; readonly ms: number; readonly reason: string; readonly outage?: Outage }
  | { readonly kind: "pause"; readonly reason: string }
  | { readonly kind: "resume"; readonly reason: string }
  /** J5: the device in use has failed; whichever comes next works on. */
  | { readonly kind: "free-device"; readonly reason: string }
  /** R7: for good. */
  | { readonly kind: "end"; readonly reason: string }
  | {
      readonly kind: "merge";
      readonly opId: string;
      readonly cause: SetAsideCause;
      readonly reason: string;
      readonly madeAtMs: number | null;
      readonly receivedAtMs: number;
      readonly deed: Extract<EntryDraft, { kind: WorkKind }>;
    };

/** What the server does by itself. */
export type SystemCommand =
  | {
      readonly kind: "prepare";
      readonly limitMs: number | null;
      readonly windowStartMs: number;
      readonly windowEndMs: number;
      readonly seed: number;
      readonly noticeId: string | null;
      readonly offlineWindowMs?: number;
      readonly sections?: readonly SectionPlan[];
      readonly proctorStarts?: true;
      readonly entryClosesMs?: number;
      readonly safeExamBrowser?: true;
    }
  | { readonly kind: "expire" };

export type Command = CandidateCommand | SupervisorCommand | SystemCommand;
