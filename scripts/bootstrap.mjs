// Installs what the lockfile says, once per lockfile and machine kind. Runs on the machine's own Node (≥ 20), before node_modules exists.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`Kompeten needs Node 20 or newer to start; this is ${process.version}.`);
  process.exit(1);
}
const lock = readFileSync("package-lock.json");
const digest = createHash("sha256").update(lock).update(process.platform).update(process.arch).digest("hex");
const mark = "node_modules/.kompeten-installed";
if (!existsSync(mark) || readFileSync(mark, "utf8") !== digest) {
  console.log("Installing dependencies (once)…");
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ["npm", []];
  const result = spawnSync(command, [...args, "ci", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit" });
  if (result.status !== 0) process.exit(result.status ?? 1);
  writeFileSync(mark, digest);
}
