/** Why a file is left out. */
export type PhotoProblem = "no-nip" | "twice" | "unknown" | "not-shown" | "too-large";

/** The NIP that a file is named by, however it is grouped: "19850312 201001 1 005.jpg"; null where the name is none. */
export function nipOfFile(name: string): string | null {
  const digits = name.replace(/\.[^.]*$/, "").replaceAll(/[\s._-]/g, "");
  return /^\d{18}$/.test(digits) ? digits : null;
}

/** Files by the NIP they are named by; of two that name the same person neither is taken, because nobody can know which is meant. */
export function filesByNip<F extends { name: string }>(files: readonly F[]): { named: Map<string, F>; problems: { name: string; problem: PhotoProblem }[] } {
  const groups = Map.groupBy(files, ({ name }) => nipOfFile(name));
  const named = new Map<string, F>();
  const problems: { name: string; problem: PhotoProblem }[] = [];
  for (const [nip, ofNip] of groups) {
    const [only, another] = ofNip;
    if (nip !== null && only && !another) named.set(nip, only);
    else for (const { name } of ofNip) problems.push({ name, problem: nip === null ? "no-nip" : "twice" });
  }
  return { named, problems };
}
