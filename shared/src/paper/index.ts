export * from "./block.ts";
export * from "./form.ts";
export * from "./item.ts";
export * from "./limits.ts";
export * from "./paper.ts";
