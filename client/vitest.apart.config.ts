import { defineConfig } from "vitest/config";
import client from "./vitest.config.ts";

/** Tests that put something else in a module's place: each in a world of its own, which the others would pay for with most of their time. */
export default defineConfig({ ...client, test: { ...client.test, name: "client-apart", include: ["src/**/*.apart.test.{ts,tsx}"], exclude: [], isolate: true } });
