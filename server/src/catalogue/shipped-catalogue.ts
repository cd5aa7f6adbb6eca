import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { contentDir } from "../platform/index.ts";
import type { ConfigurationKind } from "./content.ts";
import type { Configurations } from "./configurations.service.ts";
import { ContentError } from "./content-problem.ts";

const folder = join(contentDir, "catalogue");

/** A file's kind is the beginning of its name. */
const kinds: readonly [prefix: string, kind: ConfigurationKind][] = [
  ["dictionary", "competency-dictionary"],
  ["position-standards", "position-standards"],
  ["jpm-", "jpm-categories"],
  ["nine-box-", "nine-box"],
  ["notice-", "notice"],
];

/** Loads the catalogue that ships with the software into the current agency; a second time changes nothing. Returns the ids. */
export async function loadShippedCatalogue(configurations: Configurations): Promise<string[]> {
  const ids: string[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".yaml")).sort()) {
    const kind = kinds.find(([prefix]) => name.startsWith(prefix))?.[1];
    if (!kind) throw new ContentError(name, [{ path: "", message: `the name must begin with one of ${kinds.map(([prefix]) => prefix).join(", ")}` }]);
    ids.push(await configurations.load(kind, parse(await readFile(join(folder, name), "utf8"))));
  }
  return ids;
}
