import { words } from "../../../words/words.ts";

/** Times of the exercise have no zone: they are shown as they are written. */
const locale = () => (words.language === "en" ? "en-GB" : "id-ID");
const utc = (time: string) => new Date(`${time.length === 10 ? `${time}T00:00` : time}:00Z`);

/** `Senin, 9 November 2026`. */
export const dayText = (day: string): string =>
  new Intl.DateTimeFormat(locale(), { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(utc(day));

/** `9 Nov, 16.40`. */
export const shortTime = (time: string): string => {
  const day = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", timeZone: "UTC" }).format(utc(time));
  return `${day}, ${hourText(time)}`;
};

export const hourText = (time: string): string => (locale() === "id-ID" ? time.slice(11).replace(":", ".") : time.slice(11));
