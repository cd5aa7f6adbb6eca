import { useState } from "react";
import { useAttempt } from "../session/use-attempt-session.ts";

/**
 * Options a candidate has crossed out to think. No answer and no evidence: it stays on this device, is never sent, and is
 * gone with the browser's storage.
 */
export type Struck = {
  /** Whether the buttons to cross out are shown. */
  active: boolean;
  toggleActive: () => void;
  has: (optionId: string) => boolean;
  toggle: (optionId: string) => void;
  restore: (optionId: string) => void;
};

const activeKey = "kompeten.strike";
const keyOf = (attemptId: string) => `kompeten.struck.${attemptId}`;

function read<T>(key: string, otherwise: T): T {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? "null") as T | null) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still crosses out for this visit.
  }
}

export function useStruck(itemId: string): Struck {
  const { attemptId } = useAttempt().session;
  const [active, setActive] = useState(() => read(activeKey, false));
  const [all, setAll] = useState(() => read<Record<string, string[]>>(keyOf(attemptId), {}));
  const mine = all[itemId] ?? [];
  function change(ids: string[]) {
    const next = { ...all, [itemId]: ids };
    setAll(next);
    write(keyOf(attemptId), next);
  }
  const restore = (optionId: string) => mine.includes(optionId) && change(mine.filter((id) => id !== optionId));
  return {
    active,
    toggleActive: () => (setActive(!active), write(activeKey, !active)),
    has: (optionId) => mine.includes(optionId),
    toggle: (optionId) => (mine.includes(optionId) ? restore(optionId) : change([...mine, optionId])),
    restore,
  };
}
