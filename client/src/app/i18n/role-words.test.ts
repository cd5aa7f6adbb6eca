/** One word per role and language: what the interface calls a role, the README and the table printed at the start call it, too. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { roles } from "@kompeten/shared/contracts/permissions";
import { describe, expect, it } from "vitest";
import en from "./common.en.ts";
import id from "./common.id.ts";

const root = join(import.meta.dirname, "..", "..", "..", "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const signIns = readFileSync(join(root, "server", "src", "demonstration", "sign-ins.ts"), "utf8");

/** Both languages' words, once where they are the same. */
const inBoth = (role: (typeof roles)[number], between: string) => [...new Set([en.role[role].toLowerCase(), id.role[role].toLowerCase()])].join(between);

describe("role words", () => {
  it.each(roles)("of %s", (role) => {
    expect(readme.toLowerCase()).toContain(`| ${inBoth(role, " · ")} |`);
    expect(signIns).toContain(role === "candidate" ? `"${inBoth(role, " / ")} (NIP)"` : `["${role}", "${inBoth(role, " / ")}"]`);
  });
});
