/** `M.01–M.08, SK.01` from the codes themselves, so that nine of them fit into a cell; runs of three and more are drawn together. */
export function codeRanges(codes: readonly string[]): string {
  const runs: string[][] = [];
  for (const code of [...codes].sort()) {
    const last = runs.at(-1);
    if (last && follows(last.at(-1) ?? "", code)) last.push(code);
    else runs.push([code]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(", "))).join(", ");
}

function follows(before: string, code: string): boolean {
  const [group, number] = before.split(".");
  const [nextGroup, nextNumber] = code.split(".");
  return group === nextGroup && Number(nextNumber) === Number(number) + 1;
}
