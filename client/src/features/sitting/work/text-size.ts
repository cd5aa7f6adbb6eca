import { useState } from "react";

/** In px; never below 17 (design §10). */
const textSizes = [17, 19, 21, 24, 28, 34] as const;
const storageKey = "kompeten.text-size";

function stored(): number {
  try {
    const index = textSizes.indexOf(Number(localStorage.getItem(storageKey)) as (typeof textSizes)[number]);
    return Math.max(0, index);
  } catch {
    return 0;
  }
}

/** The reader's text size, kept for the next instrument on this device. */
export function useTextSize() {
  const [index, setIndex] = useState(stored);
  function change(step: 1 | -1) {
    const next = Math.min(textSizes.length - 1, Math.max(0, index + step));
    setIndex(next);
    try {
      localStorage.setItem(storageKey, String(textSizes[next]));
    } catch {
      // A browser that keeps nothing still changes it for this visit.
    }
  }
  return { px: textSizes[index] ?? textSizes[0], change, smallest: index === 0, largest: index === textSizes.length - 1 };
}
