import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
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

/**
 * The data folder, made with whatever of its path is missing. What is made here may be entered by all where it is root who starts:
 * the database runs as another user then. What is there already is the operator's, and stays as it is.
 */
export function makeDataDir(path: string): void {
  const dir = resolve(path);
  const first = mkdirSync(dir, { recursive: true });
  if (first === undefined || process.getuid?.() !== 0) return;
  for (let made = dir; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o755);
}

/** One instance per data folder. The file names the holder; one that died without removing it no longer counts. Returns how to let go. */
export function holdDataDir(dir: string): () => void {
  makeDataDir(dir);
  const lock = join(dir, "kompeten.pid");
  const own = `${lock}.${process.pid}`;
  try {
    rmSync(own, { force: true });
    writeFileSync(own, String(process.pid));
    const holder = hold(lock, own);
    if (holder !== undefined) throw new ConfigError(`another Kompeten (process ${holder}) is already using the data folder ${dir}; stop it, or set KOMPETEN_DATA_DIR to another folder`);
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

/**
 * Makes `lock` a file with the content of `own`, unless a living process has it, whose number is the answer. Of several that start
 * at once exactly one gets it: only one can make a link, and a dead holder's file is replaced only by who holds `lock.next`, which
 * is held in the same way.
 */
function hold(lock: string, own: string): number | undefined {
  for (;;) {
    if (linked(own, lock)) return undefined;
    const holder = holderOf(lock);
    if (holder === "nobody") continue;
    if (holder !== "dead") return holder;
    const next = `${lock}.next`;
    const rival = hold(next, own);
    if (rival !== undefined) return rival;
    // In between another may have replaced it, and may have ended since.
    if (holderOf(lock) !== "dead") rmSync(next);
    else {
      renameSync(next, lock);
      return undefined;
    }
  }
}

function linked(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function holderOf(lock: string): number | "dead" | "nobody" {
  const text = readTextIfPresent(lock);
  if (text === undefined) return "nobody";
  const pid = Number(text);
  // A process number is used again after a restart of the machine, perhaps for ourselves: only one of ours counts, where that can be read.
  const lives = pid > 0 && pid !== process.pid && isAlive(pid) && (commandOf(pid)?.includes("main.js") ?? true);
  return lives ? pid : "dead";
}

/** The installation's secret, made once. */
export function secretIn(dir: string): string {
  makeDataDir(dir);
  const path = join(dir, "secret");
  const present = readTextIfPresent(path);
  if (present !== undefined) return present;
  const secret = randomBytes(32).toString("hex");
  writeFileSync(path, secret, { mode: 0o600 });
  return secret;
}

function readTextIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
