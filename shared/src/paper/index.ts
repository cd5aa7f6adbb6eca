export * from "./block.ts";
export * from "./paper.ts";
