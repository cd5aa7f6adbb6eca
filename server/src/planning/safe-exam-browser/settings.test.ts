import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { configKey, configKeyOfSitting, keyHash } from "./config-key.ts";
import { sebJson, settingsFile, sittingSettings, type SebDictionary } from "./settings.rules.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const origin = "https://kompeten.example.go.id";

describe("SEB-JSON", () => {
  // Neighbours in the example of the documentation, in its order.
  const documented = ["additionalResources", "allowBrowsingBackForward", "allowDictionaryLookup", "allowDisplayMirroring", "allowDownUploads", "allowedDisplayBuiltin", "allowedDisplaysMaxNumber", "allowFlashFullscreen", "allowUserAppFolderInstall", "allowUserSwitching", "browserURLSalt", "browserUserAgent", "enableEsc", "enableF1", "enableF10", "enableF11", "enableF2", "URLFilterEnable", "URLFilterEnableContentFilter", "URLFilterIgnoreList", "URLFilterMessage", "urlFilterRegex", "URLFilterRules", "urlFilterTrustedContent", "whitelistURLFilter", "zoomMode"];

  it("sorts keys without regard to case, as the documentation's example does", () => {
    const settings = Object.fromEntries(documented.toSorted().map((key) => [key, true]));
    expect([...sebJson(settings).matchAll(/"(\w+)":/g)].map(([, key]) => key)).toEqual(documented);
  });

  it.each<[string, SebDictionary, string]>([
    ["leaves out who wrote the file", { originatorVersion: "x", allowWlan: false }, '{"allowWlan":false}'],
    ["leaves out empty dictionaries, not empty lists", { proxies: {}, additionalResources: [] }, '{"additionalResources":[]}'],
    ["escapes nothing", { browserMessagingSocket: "ws:\\localhost:8706", startURL: "http://www.safeexambrowser.org/exams" }, '{"browserMessagingSocket":"ws:\\localhost:8706","startURL":"http://www.safeexambrowser.org/exams"}'],
    ["sorts inside lists and dictionaries too", { permittedProcesses: [{ title: "SEB", active: true, arguments: [] }], proxies: { HTTPPort: 80, FTPPort: 21 } }, '{"permittedProcesses":[{"active":true,"arguments":[],"title":"SEB"}],"proxies":{"FTPPort":21,"HTTPPort":80}}'],
    ["writes data as base64 and dates as ISO 8601", { examKeySalt: new Uint8Array([0, 1, 254]), date: new Date("2026-11-26T01:02:03Z") }, '{"date":"2026-11-26T01:02:03Z","examKeySalt":"AAH+"}'],
  ])("%s", (_, settings, json) => expect(sebJson(settings)).toBe(json));
});

describe("the Config Key", () => {
  it("is the SHA-256 of SEB-JSON, whoever wrote the file and in whatever order", () => {
    const json = '{"allowWlan":false,"sendBrowserExamKey":true,"startURL":"https://safeexambrowser.org/start"}';
    expect(configKey({ startURL: "https://safeexambrowser.org/start", originatorVersion: "SEB_Win_2.1.1", sendBrowserExamKey: true, allowWlan: false })).toBe(sha256(json));
  });

  it("is hashed behind the address without its fragment, in lower-case digits", () => {
    const key = "f".repeat(64);
    expect(keyHash("https://a.id/b?c=1#d#e", key)).toBe(sha256(`https://a.id/b?c=1${key}`));
    expect(keyHash("https://a.id/b", key)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("differs for another sitting and another installation", () => {
    expect(new Set([configKeyOfSitting(origin, "1"), configKeyOfSitting(origin, "2"), configKeyOfSitting("https://lain.id", "1"), configKeyOfSitting(origin, "1")]).size).toBe(3);
  });
});

describe("the file of a sitting", () => {
  it("opens the candidate's pages, may be quit without a password, and holds no white space that the key would not", () => {
    const settings = sittingSettings(origin, "s1");
    const file = settingsFile(settings);
    expect(file).toContain("<key>startURL</key><string>https://kompeten.example.go.id/pengerjaan?sesi=s1</string>");
    expect(file).toContain("<key>allowQuit</key><true/>");
    expect(file).toContain("<key>browserWindowWebView</key><integer>3</integer>");
    expect(file).not.toMatch(/QuitPassword|AdminPassword/);
    expect(sebJson(settings)).not.toMatch(/\s|originatorVersion/);
  });

  it("writes what a property list can hold", () => {
    expect(settingsFile({ a: "<&>", b: 0.5, c: [1, false], d: {}, e: new Uint8Array([1]), f: new Date("2026-11-26T00:00:00Z") })).toContain(
      "<dict>\n<key>a</key><string>&lt;&amp;&gt;</string>\n<key>b</key><real>0.5</real>\n<key>c</key><array><integer>1</integer><false/></array>\n<key>d</key><dict>\n</dict>\n<key>e</key><data>AQ==</data>\n<key>f</key><date>2026-11-26T00:00:00Z</date>\n</dict>",
    );
  });
});
