import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { assert } from "@kompeten/shared/kernel";
import { parse } from "yaml";
import { contentDir } from "../platform/index.ts";
import type { InstrumentContent, Instruments } from "./instruments.service.ts";

const folder = join(contentDir, "instruments");

/** One folder's three files as they are; nothing is checked yet. */
export async function readShippedInstrument(code: string): Promise<InstrumentContent> {
  const [header, paper, key] = await Promise.all(["instrument", "paper", "key"].map(async (name) => parse(await readFile(join(folder, code, `${name}.yaml`), "utf8")) as unknown));
  return { header, paper, key } as InstrumentContent;
}

export async function shippedInstrumentCodes(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

/** Loads and publishes the instruments that ship with the software in the current agency; a second time changes nothing. */
export async function loadShippedInstruments(instruments: Instruments): Promise<string[]> {
  const ids: string[] = [];
  for (const code of await shippedInstrumentCodes()) {
    const id = await instruments.load(await readShippedInstrument(code));
    const published = await instruments.publish(id);
    assert(published.ok || published.refusal === "not-draft", `${code} cannot be published`);
    ids.push(id);
  }
  return ids;
}
