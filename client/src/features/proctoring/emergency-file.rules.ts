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

type Operation = EmergencyReport["operations"][number];
type Group = Pick<Operation, "kind" | "outcome"> & { count: number };

/** How many of each kind met with what, in the order of the file: which item that was is not the proctor's to know. */
export function outcomesOf({ operations }: Pick<EmergencyReport, "operations">): Group[] {
  const groups = new Map<string, Group>();
  for (const { kind, outcome } of operations) {
    const known = groups.get(`${kind} ${outcome}`);
    if (known) known.count++;
    else groups.set(`${kind} ${outcome}`, { kind, outcome, count: 1 });
  }
  return [...groups.values()];
}
