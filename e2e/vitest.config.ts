import { defineConfig } from "vitest/config";

/** The chaos run's own parts. The run itself is `npm run chaos`. */
export default defineConfig({
  resolve: { conditions: ["source", "module", "node", "development|production"] },
  ssr: { resolve: { conditions: ["source", "module", "node", "development|production"] } },
  test: { name: "chaos", include: ["chaos/**/*.test.ts"], exclude: ["chaos/**/*.int.test.ts"] },
});
