/** J9: what a receipt says and which text is signed. Ships to browsers, so that anybody can check a receipt without us. */
import type { Work } from "../attempt/index.ts";
import { canonicalJson, type Json } from "../kernel/index.ts";

/** Stands in every receipt, so that nobody takes it for the answers themselves. */
export const receiptNote = "Tanda terima ini memuat sidik digital (SHA-256 bergaram) dari setiap jawaban, bukan isi jawabannya.";

/** One thing that a candidate has made: an item's last response, or an action as it stands. */
export type WorkPart = { readonly kind: "item" | "action"; readonly id: string; readonly made: Json };
export type PartDigest = { readonly kind: WorkPart["kind"]; readonly id: string; readonly sha256: string };

export type ReceiptContent = {
  readonly document: "kompeten-receipt";
  readonly version: 1;
  readonly note: string;
  readonly attemptId: string;
  readonly agency: string;
  readonly assessment: string;
  readonly sitting: string;
  readonly instrument: { readonly title: string; readonly kind: "test" | "in-basket" | "case"; readonly versionId: string };
  /** The NIP with the day of birth and the middle left out. */
  readonly candidate: { readonly name: string; readonly nip: string };
  readonly startedAtMs: number;
  readonly closedAtMs: number;
  readonly reason: "submitted" | "expired" | "ended";
  /** J4: the number of entries and the chain's head, in hexadecimal. */
  readonly journal: { readonly entries: number; readonly head: string };
  readonly parts: readonly PartDigest[];
  /** J5, J7: kept beside the journal when the receipt was made, and how many of them came to count. */
  readonly setAside: { readonly quarantined: number; readonly late: number; readonly merged: number };
};

export type Receipt = {
  readonly content: ReceiptContent;
  readonly keyId: string;
  /** Ed25519 over the UTF-8 bytes of `signedText(content)`; base64url. */
  readonly signature: string;
};

/** The text that is signed: a fixed first line, so that a signature for anything else never fits, then the canonical JSON. */
export function signedText(content: ReceiptContent): string {
  return `kompeten receipt v1\n${canonicalJson(content)}`;
}

/** Items by id, then actions in the order in which they were first made. */
export function workParts(work: Pick<Work, "responses" | "actions">): WorkPart[] {
  const items = Object.entries(work.responses).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [...items.map(([id, made]): WorkPart => ({ kind: "item", id, made })), ...work.actions.map((made): WorkPart => ({ kind: "action", id: made.actionId, made }))];
}

/** What is hashed for one part, behind the salt. */
export function partText(part: WorkPart): string {
  return canonicalJson(part);
}

/** 198503122010011005 → 1985**** ****** * 005: enough to see whose it is, too little to use it elsewhere. */
export function maskedNip(nip: string): string {
  return /^\d{18}$/.test(nip) ? `${nip.slice(0, 4)}**** ****** * ${nip.slice(15)}` : "";
}
