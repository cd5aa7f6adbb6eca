/** Stands where a transport of engine.io-client would that is never asked for; see vite.config.ts. */
export const XHR = undefined;
export const WT = undefined;
