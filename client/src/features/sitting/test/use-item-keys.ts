import { useEffect, useEffectEvent, useState } from "react";

const storageKey = "kompeten.item-keys";

export type ItemKeys = { enabled: boolean; toggle: () => void };

/** Letters and digits belong to a text field or another control while it has the focus; radio buttons do not need them. */
function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("textarea, select, dialog, input:not([type=radio])") !== null;
}

function isPlainKey(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat && !typing(event.target);
}

/** Arrows left and right, and F to flag. Single keys can be switched off (WCAG 2.1.4): some people speak to their computer. */
export function useItemKeys(actions: { onPrevious: () => void; onNext: () => void; onFlag: () => void }): ItemKeys {
  const [enabled, setEnabled] = useState(() => {
    try {
      return localStorage.getItem(storageKey) !== "off";
    } catch {
      return true;
    }
  });
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!enabled || !isPlainKey(event)) return;
    if (event.key === "ArrowLeft") actions.onPrevious();
    else if (event.key === "ArrowRight") actions.onNext();
    else if (event.key === "f" || event.key === "F") actions.onFlag();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    // Before a radio group takes the arrows for itself; it keeps up and down.
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, []);
  function toggle() {
    setEnabled(!enabled);
    try {
      localStorage.setItem(storageKey, enabled ? "off" : "on");
    } catch {
      // Remembered for this visit only.
    }
  }
  return { enabled, toggle };
}

/** Calls back with the place of the option whose digit or letter was pressed. */
export function useOptionKeys(count: number, enabled: boolean, onPress: (index: number, kind: "digit" | "letter") => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!enabled || event.shiftKey || !isPlainKey(event) || event.key.length !== 1) return;
    const digit = "123456789".indexOf(event.key);
    const letter = "abcde".indexOf(event.key.toLowerCase());
    const index = digit >= 0 ? digit : letter;
    if (index < 0 || index >= count) return;
    event.preventDefault();
    onPress(index, digit >= 0 ? "digit" : "letter");
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

export const letterOf = (index: number): string => String.fromCharCode(65 + index);
