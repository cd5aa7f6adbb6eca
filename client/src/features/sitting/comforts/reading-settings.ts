import { useState } from "react";

/** How a reader wants to see the work; kept for the next instrument on this device. */
export type ReadingSettings = { spacing: "normal" | "wide"; contrast: "normal" | "high"; readAloud: boolean };
const storageKey = "kompeten.reading";
const usual: ReadingSettings = { spacing: "normal", contrast: "normal", readAloud: false };

function stored(): ReadingSettings {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(storageKey) ?? "{}") as Partial<ReadingSettings>) };
  } catch {
    return usual;
  }
}

export function useReadingSettings() {
  const [settings, setSettings] = useState(stored);
  function change(changes: Partial<ReadingSettings>) {
    const next = { ...settings, ...changes };
    setSettings(next);
    try {
      localStorage.setItem(storageKey, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing still changes it for this visit.
    }
  }
  return { settings, change };
}
