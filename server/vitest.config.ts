import { defineConfig } from "vitest/config";
import { serverTestConfig } from "./vitest.shared.ts";

export default defineConfig({
  ...serverTestConfig,
  test: { name: "server", include: ["src/**/*.test.ts"], exclude: ["src/**/*.int.test.ts"] },
});
