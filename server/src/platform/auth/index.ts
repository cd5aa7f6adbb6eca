export * from "./address-throttle.ts";
export * from "./requires.ts";
export * from "./scope.interceptor.ts";
export * from "./session-resolver.ts";
export * from "./session.guard.ts";
