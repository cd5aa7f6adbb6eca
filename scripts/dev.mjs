// npm run dev: the compiler, the server and the client's development server, each restarting by itself. Open http://localhost:5173.
import { spawn, spawnSync } from "node:child_process";

if (spawnSync("turbo", ["run", "build", "--filter=@kompeten/server", "--output-logs=errors-only"], { stdio: "inherit" }).status !== 0) process.exit(1);
const children = [
  ["tsc", ["-b", "--watch", "--preserveWatchOutput", "shared/tsconfig.build.json", "server/tsconfig.build.json"]],
  ["node", ["--watch", "--watch-preserve-output", "--enable-source-maps", "server/dist/main.js"]],
  ["vite", ["client"]],
].map(([command, args]) => spawn(command, args, { stdio: "inherit" }));

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill("SIGINT");
}
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
for (const child of children) child.on("exit", stop);
