import { createRequire } from "node:module";
import react from "@vitejs/plugin-react";
import { defaultClientConditions } from "vite";
import { defineConfig } from "vitest/config";

const require = createRequire(import.meta.url);

export default defineConfig({
  plugins: [react()],
  resolve: {
    conditions: ["source", ...defaultClientConditions],
    // The ES build of the icons is six thousand files, which Node would open one by one.
    alias: { "@tabler/icons-react": require.resolve("@tabler/icons-react") },
  },
  test: {
    name: "client",
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    exclude: ["src/**/*.apart.test.{ts,tsx}"],
    // Else a browser's world is built, and the interface fetched, anew for each file, which takes most of the time. What a test changes, it puts back.
    isolate: false,
    setupFiles: ["src/test/setup.ts"],
    css: false,
    // Lazily fetched pages are compiled when first asked for, which takes seconds on a busy machine.
    testTimeout: 20_000,
  },
});
