export * from "./receipt.ts";
