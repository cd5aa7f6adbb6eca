/**
 * The settings of Safe Exam Browser for a sitting, as its file holds them (a property list) and as its Config Key is made from them (SEB-JSON).
 * Formats: https://safeexambrowser.org/developer/seb-config-key.html and seb-file-format.html.
 */
export type SebValue = string | number | boolean | Date | Uint8Array | readonly SebValue[] | SebDictionary;
export interface SebDictionary {
  readonly [key: string]: SebValue;
}

/** Where candidates find their sittings; each sitting adds its own id, so that the file of one does not fit another. */
const candidatePages = "/pengerjaan";

/** As few as will do: what is not said keeps the default of the browser, which its makers choose to be safe. */
export function sittingSettings(origin: string, sittingId: string): SebDictionary {
  return {
    // Says who wrote the file; the Config Key leaves it out.
    originatorVersion: "Kompeten_1",
    // For one examination, not for the computer: the settings go when the browser is quit.
    sebConfigPurpose: 0,
    startURL: `${origin}${candidatePages}?sesi=${sittingId}`,
    // The key travels in a header where the engine can, else the page asks for it; 3: the modern engine wherever there is one.
    sendBrowserExamKey: true,
    browserWindowWebView: 3,
    // No password: it asks whether one is sure and lets go. A technical fault must never lock somebody in, and going out is seen by the room.
    allowQuit: true,
    // Changed settings are other settings, and would not match.
    allowPreferencesWindow: false,
    // J10: loading the page again mends what can be mended and loses nothing.
    browserWindowAllowReload: true,
    showReloadButton: true,
    // The emergency file and the receipt are saved from the page.
    allowDownUploads: true,
    // J8: work that has not reached the server lies in the browser's storage.
    removeLocalStorage: false,
    allowSpellCheck: false,
    allowDictionaryLookup: false,
    showTime: true,
  };
}

/** Keys sorted without regard to case, no white space, nothing escaped, without `originatorVersion` and empty dictionaries. */
export function sebJson(settings: SebDictionary): string {
  return jsonOf(Object.fromEntries(Object.entries(settings).filter(([key]) => key !== "originatorVersion")));
}

function jsonOf(value: SebValue): string {
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return `"${isoSeconds(value)}"`;
  if (value instanceof Uint8Array) return `"${base64(value)}"`;
  if (isList(value)) return `[${value.map(jsonOf).join(",")}]`;
  const members = Object.entries(value).filter(([, member]) => !isEmptyDictionary(member));
  return `{${members.toSorted(([a], [b]) => compare(a.toLowerCase(), b.toLowerCase())).map(([key, member]) => `"${key}":${jsonOf(member)}`).join(",")}}`;
}

/** The file: an unencrypted property list, which every version reads. */
export function settingsFile(settings: SebDictionary): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n${xmlOf(settings)}\n</plist>\n`;
}

function xmlOf(value: SebValue): string {
  if (typeof value === "string") return `<string>${escaped(value)}</string>`;
  if (typeof value === "number") return Number.isInteger(value) ? `<integer>${value}</integer>` : `<real>${value}</real>`;
  if (typeof value === "boolean") return value ? "<true/>" : "<false/>";
  if (value instanceof Date) return `<date>${isoSeconds(value)}</date>`;
  if (value instanceof Uint8Array) return `<data>${base64(value)}</data>`;
  if (isList(value)) return `<array>${value.map(xmlOf).join("")}</array>`;
  return `<dict>\n${Object.entries(value).map(([key, member]) => `<key>${escaped(key)}</key>${xmlOf(member)}\n`).join("")}</dict>`;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const isoSeconds = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, "Z");
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const isList = (value: SebValue): value is readonly SebValue[] => Array.isArray(value);
const isEmptyDictionary = (value: SebValue): boolean => typeof value === "object" && !isList(value) && !(value instanceof Date) && !(value instanceof Uint8Array) && Object.keys(value).length === 0;
