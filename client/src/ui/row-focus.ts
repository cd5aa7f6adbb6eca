import type { KeyboardEvent } from "react";

const step: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

/** Arrow keys move between rows; only while a row itself has the focus, so that fields inside rows keep their keys. */
export function moveRowFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = step[event.key];
  const current = event.target as HTMLElement;
  if (by === undefined || !current.matches("[data-row]")) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const target = rows[Math.min(Math.max(rows.indexOf(current) + by, 0), rows.length - 1)];
  event.preventDefault();
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}
