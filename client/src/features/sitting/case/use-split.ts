import { useState } from "react";

const storageKey = "kompeten.case-split";
export const splitMin = 30;
export const splitMax = 70;

export type Split = { percent: number; set: (percent: number) => void };

/** How much of the width the dossier has, kept on this device. */
export function useSplit(): Split {
  const [percent, setPercent] = useState(() => {
    try {
      return bounded(Number(localStorage.getItem(storageKey) ?? 50));
    } catch {
      return 50;
    }
  });
  function set(next: number) {
    const value = bounded(next);
    setPercent(value);
    try {
      localStorage.setItem(storageKey, String(value));
    } catch {
      // For this visit only.
    }
  }
  return { percent, set };
}

const bounded = (percent: number) => (Number.isFinite(percent) ? Math.round(Math.min(splitMax, Math.max(splitMin, percent))) : 50);
