/** What the server writes into the audit record, as its sources say it: each code has words in both languages, and no words are left over. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contexts } from "./addresses.ts";
import en from "./locale/en.ts";
import id from "./locale/id.ts";

const server = join(import.meta.dirname, "..", "..", "..", "..", "server", "src");
const sources = readdirSync(server, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.includes("node_modules"))
  .map((path) => readFileSync(join(server, path), "utf8"))
  .join("\n");

const found = (pattern: RegExp) => [...new Set(Array.from(sources.matchAll(pattern), (match) => match[1] as string))].toSorted();
/** Context, thing, deed; jobs and permissions have two parts. */
const actions = found(new RegExp(`"((?:${contexts.join("|")})(?:\\.[a-z-]+){2})"`, "g"));
const subjects = found(/subjectKind: "([a-z-]+)"/g);

describe("the audit record", () => {
  it("is written with codes that can be found in the sources", () => {
    expect(actions.length).toBeGreaterThan(60);
    expect(subjects.length).toBeGreaterThan(10);
    expect(sources.match(/.*(action|subjectKind): `.*/g)).toBeNull();
  });

  it.each([["id", id], ["en", en]] as const)("has words for every code in %s, and for no other", (_, words) => {
    expect(Object.keys(words.action).toSorted()).toEqual(actions.map((code) => code.replaceAll(".", "-")).toSorted());
    expect(Object.keys(words.subject).toSorted()).toEqual(subjects);
    expect(Object.keys(words.context).toSorted()).toEqual(contexts.toSorted());
    for (const text of [...Object.values(words.action), ...Object.values(words.subject)]) expect(text).not.toBe("");
  });
});
