/** The built program as an operator starts it, as a process of its own. Needs the build that `npm test` makes first. */
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "../src/platform/config/folders.ts";

export type Program = { child: ChildProcess; said: () => string; ended: Promise<number | null> };

/** With these settings; of the tests' own only what says nothing of a database. */
export function startProgram(env: Record<string, string>): Program {
  const { DATABASE_URL: _, DATABASE_APP_URL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(repositoryRoot, "server", "dist", "program", "main.js")], { env: { ...inherited, NODE_ENV: "", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return { child, said: () => text, ended };
}

export async function until(what: () => Promise<boolean> | boolean, limitMs: number): Promise<void> {
  for (const end = Date.now() + limitMs; Date.now() < end; ) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("waited in vain");
}
