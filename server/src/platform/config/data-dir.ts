import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "./config.ts";
import { commandOf, isAlive } from "./processes.ts";

/** A file of the data folder that cannot be made, read or written is a wrong setting, whoever meets it. */
export async function usingDataDir<T>(dir: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw new ConfigError(`KOMPETEN_DATA_DIR: ${dir} cannot be used: ${error.message}`);
    throw error;
  }
}

/** One instance per data folder. The file names the holder; one that died without removing it no longer counts. Returns how to let go. */
export function holdDataDir(dir: string): () => void {
  mkdirSync(dir, { recursive: true });
  const lock = join(dir, "kompeten.pid");
  const holder = Number(readTextIfPresent(lock) ?? "0");
  // A process number is used again after a restart of the machine: only one of ours counts, where that can be read.
  if (holder > 0 && holder !== process.pid && isAlive(holder) && (commandOf(holder)?.includes("main.js") ?? true)) {
    throw new ConfigError(`another Kompeten (process ${holder}) is already using the data folder ${dir}; stop it, or set KOMPETEN_DATA_DIR to another folder`);
  }
  writeFileSync(lock, String(process.pid));
  return () => rmSync(lock, { force: true });
}

/** The installation's secret, made once. */
export function secretIn(dir: string): string {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, "secret");
  const present = readTextIfPresent(path);
  if (present !== undefined) return present;
  const secret = randomBytes(32).toString("hex");
  writeFileSync(path, secret, { mode: 0o600 });
  return secret;
}

function readTextIfPresent(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
}
