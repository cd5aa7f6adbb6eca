import type { Education, PerformancePredicate, PositionType } from "@kompeten/shared/contracts/personnel";

/* The contract's lists, without carrying zod into the browser; a missing or extra member does not compile. */
type Complete<All extends string, Listed extends readonly All[]> = [All] extends [Listed[number]] ? Listed : never;
const complete = <All extends string>() => <const Listed extends readonly All[]>(listed: Complete<All, Listed>): Listed => listed;

export const positionTypes = complete<PositionType>()(["jpt-utama", "jpt-madya", "jpt-pratama", "administrator", "pengawas", "fungsional", "pelaksana"]);
export const educations = complete<Education>()(["s3", "s2", "s1-d4", "d3", "d2", "d1", "slta", "sltp", "sd"]);
export const predicates = complete<PerformancePredicate>()(["sangat-baik", "baik", "butuh-perbaikan", "kurang", "sangat-kurang"]);
export const employments = ["pns", "pppk"] as const;
export const sorts = ["name", "nip", "unit", "grade"] as const;

/** A value that a newer server may know before this page does is not a word of the catalogue; it is shown as it came. */
export function isOneOf<const T extends string>(list: readonly T[], value: unknown): value is T {
  return typeof value === "string" && (list as readonly string[]).includes(value);
}
