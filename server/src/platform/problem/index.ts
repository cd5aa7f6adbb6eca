export * from "./problem.ts";
export * from "./problem.filter.ts";
