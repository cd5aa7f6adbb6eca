import { defineConfig } from "vitest/config";

/** Short runs of the chaos, on the built server: each starts processes of its own. */
export default defineConfig({
  test: { name: "chaos-int", include: ["chaos/**/*.int.test.ts"], testTimeout: 400_000, fileParallelism: false },
});
