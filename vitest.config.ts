import { defineConfig } from "vitest/config";

export default defineConfig({
  // As many as the machines that run them have cores; the server under test works in the same ones.
  test: { maxWorkers: 2, projects: ["shared/vitest.config.ts", "server/vitest.config.ts", "server/vitest.int.config.ts", "client/vitest.config.ts", "client/vitest.apart.config.ts", "e2e/vitest.config.ts"] },
});
