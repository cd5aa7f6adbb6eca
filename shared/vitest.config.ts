import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["source", "module", "node", "development|production"] },
  test: { name: "shared", include: ["src/**/*.test.ts"], isolate: false },
});
