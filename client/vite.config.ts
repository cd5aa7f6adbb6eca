import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { chunkGroups } from "./scripts/chunks.ts";
import { fontPreload } from "./scripts/font-preload.ts";

import { moduleList } from "./scripts/module-list.ts";
import { scopedName } from "./scripts/scoped-name.ts";

const server = "http://localhost:3000";

/** What a browser would download for nothing; every line was measured. */
const notForUs = [
  // api/socket.ts opens sockets by WebSocket and nothing else; engine.io-client names its other transports in a table, which
  // no bundler can see to be unused.
  { find: /^\.\/(polling-xhr\.node|webtransport)\.js$/, replacement: fileURLToPath(new URL("./scripts/no-transport.ts", import.meta.url)) },
  { find: /^\.\/infiniteQueryBehavior\.js$/, replacement: fileURLToPath(new URL("./scripts/no-infinite-queries.ts", import.meta.url)) },
  // The router's store asks for the edition that brings useSyncExternalStore along for React 17.
  { find: "use-sync-external-store/shim/with-selector", replacement: "use-sync-external-store/with-selector" },
];

export default defineConfig({
  plugins: [react(), fontPreload(), moduleList()],
  // "source" makes @kompeten/shared resolve to its TypeScript, so the client needs no build of it.
  resolve: { conditions: ["source", ...defaultClientConditions], alias: notForUs },
  css: { modules: { generateScopedName: scopedName } },
  server: {
    proxy: { "/api": server, "/socket.io": { target: server, ws: true } },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    // Every browser that runs the rest knows <link rel="modulepreload">.
    modulePreload: {
      polyfill: false,
      // What is there before anything else is fetched need not be named again by every part that is.
      resolveDependencies: (_file, deps, { hostType }) => (hostType === "js" ? deps.filter((dep) => !/^assets\/(base|kit|index)-/.test(dep)) : deps),
    },
    // The budget script reports sizes against a limit; Vite's own generic warning would only repeat it.
    chunkSizeWarningLimit: 600,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
});
