export type BestWorst = { best: string | null; worst: string | null };

/** The same option cannot be both: choosing it for one takes it from the other. */
export function chooseBestWorst(response: BestWorst, role: keyof BestWorst, optionId: string): BestWorst {
  const other = role === "best" ? "worst" : "best";
  return { ...response, [role]: optionId, [other]: response[other] === optionId ? null : response[other] };
}
