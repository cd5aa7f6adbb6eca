// npm start, after the build: one process, in the foreground, that Ctrl-C reaches.
import { spawn } from "node:child_process";

const child = spawn("node", ["--enable-source-maps", "server/dist/program/main.js"], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
