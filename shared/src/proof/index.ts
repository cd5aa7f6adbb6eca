export * from "./emergency.ts";
export * from "./receipt.ts";
