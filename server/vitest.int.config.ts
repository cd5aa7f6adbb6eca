import { defineConfig } from "vitest/config";
import { serverTestConfig } from "./vitest.shared.ts";

export default defineConfig({
  ...serverTestConfig,
  test: {
    name: "server-int",
    include: ["src/**/*.int.test.ts", "test/**/*.int.test.ts"],
    globalSetup: ["./test/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Else the server is fetched and compiled anew for each file.
    isolate: false,
  },
});
