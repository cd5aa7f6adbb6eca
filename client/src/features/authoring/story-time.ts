import { formatDate } from "../../ui/format.ts";

/** Date and time in an exercise's own world, which has no zone: `9 November 2026, 09.00`. */
export function storyTime(value: string): string {
  return `${formatDate(value.slice(0, 10))}, ${storyHour(value)}`;
}

export function storyHour(value: string): string {
  return value.slice(11).replace(":", ".");
}
