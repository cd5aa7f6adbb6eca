import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { chunkGroups } from "./scripts/chunks.ts";
import { fontPreload } from "./scripts/font-preload.ts";
import { moduleList } from "./scripts/module-list.ts";

const server = "http://localhost:3000";

export default defineConfig({
  plugins: [react(), fontPreload(), moduleList()],
  // "source" makes @kompeten/shared resolve to its TypeScript, so the client needs no build of it.
  resolve: { conditions: ["source", ...defaultClientConditions] },
  server: {
    proxy: { "/api": server, "/socket.io": { target: server, ws: true } },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    // The budget script reports sizes against a limit; Vite's own generic warning would only repeat it.
    chunkSizeWarningLimit: 600,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
});
