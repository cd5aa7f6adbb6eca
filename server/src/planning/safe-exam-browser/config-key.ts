import { createHash } from "node:crypto";
import { sebJson, sittingSettings, type SebDictionary } from "./settings.rules.ts";

/** SHA-256 of the settings as SEB-JSON, in hexadecimal digits. */
export function configKey(settings: SebDictionary): string {
  return sha256(sebJson(settings));
}

/** What Safe Exam Browser says of an address, of its settings by their Config Key and of itself by its Browser Exam Key: in headers of each request, and to the page itself. */
export function keyHash(url: string, key: string): string {
  return sha256(`${url.replace(/#.*$/s, "")}${key}`);
}

/** Of the file that is given for this sitting. */
export function configKeyOfSitting(origin: string, sittingId: string): string {
  return configKey(sittingSettings(origin, sittingId));
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
