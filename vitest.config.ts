import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { projects: ["shared/vitest.config.ts", "server/vitest.config.ts", "server/vitest.int.config.ts", "client/vitest.config.ts", "client/vitest.apart.config.ts", "e2e/vitest.config.ts"] },
});
