export * from "./unit-of-work.ts";
