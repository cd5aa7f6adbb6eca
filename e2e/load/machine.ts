/** What a figure depends on: the machine, the versions, the commit; and the limits a run needs. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import pg from "pg";
import { repositoryRoot } from "./built.ts";

const coresWanted = 2;
const filesWanted = 12_000;
const relaunched = "BENCH_RELAUNCHED";

export async function machine(ownerUrl: string, dir: string): Promise<[string, string][]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const setting = async (name: string): Promise<string> => (await client.query<{ value: string }>("select current_setting($1) as value", [name])).rows[0]?.value ?? "";
  const durability = ["fsync", "synchronous_commit", "full_page_writes", "wal_sync_method", "shared_buffers"];
  const settings: string[] = [];
  for (const name of durability) settings.push(`${name} ${await setting(name)}`);
  const version = await setting("server_version");
  await client.end();
  return [
    ["Processor", `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores used of ${cpus().length}`],
    ["Memory", `${Math.round(totalmem() / 2 ** 30)} GiB`],
    ["Disk", execFileSync("df", ["--output=source,fstype", dir], { encoding: "utf8" }).split("\n")[1]?.trim().replaceAll(/\s+/g, ", ") ?? ""],
    ["Node", process.version],
    ["PostgreSQL", `${version}: ${settings.join(", ")}`],
    ["Date", new Date().toISOString()],
    ["Commit", commit()],
  ];
}

function commit(): string {
  const git = (...args: string[]): string => spawnSync("git", args, { cwd: repositoryRoot, encoding: "utf8" }).stdout.trim();
  return `${git("rev-parse", "--short=12", "HEAD")}${git("status", "--porcelain", "--untracked-files=no", "--", "server", "shared", "migrations", "e2e") === "" ? "" : ", with changes"}`;
}

export function openFilesMax(): number {
  const found = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
  return found === "unlimited" ? Number.POSITIVE_INFINITY : Number(found);
}

/**
 * Starts the program again where this process has too few file descriptors or more cores than the requirement allows; both pass on to
 * the server and the database. Undefined when nothing needs to be or can be changed.
 */
export function relaunch(): number | undefined {
  if (process.env[relaunched]) return undefined;
  const wishes = [
    ...(openFilesMax() < filesWanted ? [`ulimit -n ${filesWanted} || echo 'more than ${openFilesMax()} open files are not allowed here' >&2`] : []),
    ...(availableParallelism() > coresWanted ? [`exec taskset -c 0-${coresWanted - 1} "$0" "$@"`] : []),
  ];
  if (wishes.length === 0) return undefined;
  const script = [...wishes, 'exec "$0" "$@"'].join("\n");
  return spawnSync("sh", ["-c", script, process.execPath, ...process.argv.slice(1)], { stdio: "inherit", env: { ...process.env, [relaunched]: "1" } }).status ?? 1;
}
