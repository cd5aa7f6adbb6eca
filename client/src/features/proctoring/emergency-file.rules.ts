import type { EmergencyReport } from "@kompeten/shared/contracts/emergency";

/** What kind of file it is and whose, so that it goes to the right address; everything else is the server's to judge. */
export function attemptOfFile(text: string): { attemptId: string; file: unknown } | null {
  try {
    const file = JSON.parse(text) as { document?: unknown; attemptId?: unknown } | null;
    return file?.document === "kompeten-emergency-file" && typeof file.attemptId === "string" && /^[0-9a-f-]{36}$/.test(file.attemptId) ? { attemptId: file.attemptId, file } : null;
  } catch {
    return null;
  }
}

export const emergencyKinds = ["respond", "flag", "visit", "act", "acknowledge-time", "open-section", "submit"] as const;
export type EmergencyKind = (typeof emergencyKinds)[number];
type Outcome = EmergencyReport["operations"][number]["outcome"];

/** How many of each kind met with what, in the order of the file: which item that was is not the proctor's to know. */
export function outcomesOf({ operations }: Pick<EmergencyReport, "operations">): { kind: EmergencyKind; outcome: Outcome; count: number }[] {
  const found = new Map<string, { kind: EmergencyKind; outcome: Outcome; count: number }>();
  for (const { kind, outcome } of operations) {
    const known = found.get(`${kind} ${outcome}`);
    // The contract of the file takes these kinds alone.
    if (known) known.count++;
    else found.set(`${kind} ${outcome}`, { kind: kind as EmergencyKind, outcome, count: 1 });
  }
  return [...found.values()];
}
