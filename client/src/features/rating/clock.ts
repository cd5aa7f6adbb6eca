import { words } from "../../words/words.ts";

/** `10.32.05` in Indonesian, `10:32:05` in English: to the second, so that a reader sees that it moves. */
export function clockWithSeconds(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(words.language === "en" ? "en-GB" : "id-ID", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone }).format(new Date(at));
}
