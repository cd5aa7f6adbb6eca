import type { Action, Response } from "./entry.ts";

/** What a candidate may ask for, each with an opId of its own on the wire. */
export type CandidateCommand =
  | { readonly kind: "acknowledge-notice"; readonly noticeId: string }
  | { readonly kind: "start" }
  | { readonly kind: "respond"; readonly itemId: string; readonly response: Response }
  | { readonly kind: "flag"; readonly itemId: string; readonly flagged: boolean }
  | { readonly kind: "visit"; readonly itemId: string }
  | { readonly kind: "act"; readonly action: Action }
  | { readonly kind: "submit" };

/** What a proctor or an organiser may ask for; always with a reason (T1). */
export type SupervisorCommand =
  | { readonly kind: "accommodate"; readonly ms: number; readonly reason: string }
  | { readonly kind: "extend"; readonly ms: number; readonly reason: string }
  | { readonly kind: "pause"; readonly reason: string }
  | { readonly kind: "resume"; readonly reason: string };

/** What the server does by itself. */
export type SystemCommand =
  | { readonly kind: "prepare"; readonly limitMs: number; readonly windowStartMs: number; readonly windowEndMs: number; readonly seed: number; readonly noticeId: string | null }
  | { readonly kind: "expire" };

export type Command = CandidateCommand | SupervisorCommand | SystemCommand;
