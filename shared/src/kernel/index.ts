export * from "./assert.ts";
export * from "./canonical-json.ts";
export * from "./ids.ts";
export * from "./number-text.ts";
export * from "./page-after.ts";
export * from "./random.ts";
export * from "./result.ts";
