/** What a device check found, and what follows from it (B2); apart from the schemas, so that a page needs no zod. Browser and server judge alike. */

export const verdicts = ["ready", "attention", "unusable"] as const;
export type Verdict = (typeof verdicts)[number];

/** What the sitting uses and a browser may lack. IndexedDB is not among them: that it works is tried, not asked. */
export const browserFeatures = ["random", "time-limits", "dialogs", "web-socket", "sealing", "tab-locks"] as const;
export type BrowserFeature = (typeof browserFeatures)[number];
/** Without these nothing can be answered; without the others something is less safe. */
const indispensable: readonly BrowserFeature[] = ["random", "time-limits", "dialogs"];

/**
 * lasting: written, read back, and kept by the browser until it is told otherwise. clearable: the same, but the browser may clear it when
 * the disk runs full. memory: gone with a reload. failed: written and not found again, or refused.
 */
export const storageKinds = ["lasting", "clearable", "memory", "failed"] as const;
export type StorageKind = (typeof storageKinds)[number];

export const saveWays = ["socket", "http"] as const;
export type SaveWay = (typeof saveWays)[number];
/** Saves measured over each way; each is one short text, written to the server's disk before it is acknowledged. */
export const savesPerWay = 8;
export const sampleCharactersMax = 1000;
/** Of a person within a day; a page that keeps more is broken. */
export const checksADayMax = 30;

/** Of the saves that were acknowledged: the middle one and the slowest, from sending to the answer; null where none was. */
export type WayFindings = { tried: number; saved: number; medianMs: number | null; worstMs: number | null };
export type DeviceFindings = {
  missing: BrowserFeature[];
  storage: StorageKind;
  screen: { widthPx: number; heightPx: number };
  /** The device's clock less the server's; null where the server did not answer. */
  clockOffsetMs: number | null;
} & Record<SaveWay, WayFindings>;

export const checkedLines = ["browser", "storage", "screen", "clock", "line"] as const;
export type CheckedLine = (typeof checkedLines)[number];
export type Verdicts = Record<CheckedLine, Verdict>;

/** Narrower, a document and the answer to it do not fit side by side. */
export const roomyScreenPx = 768;
/** A clock further off lets people come late; it never changes what counts (T2). */
export const clockOffsetMaxMs = 120_000;
/** A save that takes longer is still safe, but is felt. */
export const medianSaveMaxMs = 700;
export const worstSaveMaxMs = 3_000;

export function verdictsOf(findings: DeviceFindings): Verdicts {
  const { missing, storage, screen, clockOffsetMs } = findings;
  return {
    browser: missing.some((feature) => indispensable.includes(feature)) ? "unusable" : missing.length > 0 ? "attention" : "ready",
    storage: storage === "failed" ? "unusable" : storage === "memory" ? "attention" : "ready",
    screen: screen.widthPx < roomyScreenPx ? "attention" : "ready",
    clock: clockOffsetMs === null || Math.abs(clockOffsetMs) > clockOffsetMaxMs ? "attention" : "ready",
    line: lineVerdict(findings),
  };
}

/** One way suffices to work (J10); both are there so that one may fail. */
function lineVerdict({ socket, http }: DeviceFindings): Verdict {
  if (socket.saved === 0 && http.saved === 0) return "unusable";
  return isGood(socket) && isGood(http) ? "ready" : "attention";
}

const isGood = ({ saved, medianMs, worstMs }: WayFindings) => saved === savesPerWay && (medianMs ?? Infinity) <= medianSaveMaxMs && (worstMs ?? Infinity) <= worstSaveMaxMs;

/** The worst line's. */
export function verdictOf(findings: DeviceFindings): Verdict {
  const found = Object.values(verdictsOf(findings));
  return verdicts.findLast((verdict) => found.includes(verdict)) ?? "ready";
}

/** `timesMs`: of the saves acknowledged. */
export function wayFindings(timesMs: readonly number[], tried: number): WayFindings {
  const sorted = timesMs.map(Math.round).sort((a, b) => a - b);
  return { tried, saved: sorted.length, medianMs: sorted[Math.floor((sorted.length - 1) / 2)] ?? null, worstMs: sorted.at(-1) ?? null };
}
