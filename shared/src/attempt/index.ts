export * from "./attempt.ts";
export * from "./command.ts";
export * from "./deadline.ts";
export * from "./entry.ts";
export * from "./order-paper.ts";
export * from "./outline.ts";
export * from "./refusal.ts";
export * from "./work.ts";
