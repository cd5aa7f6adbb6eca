/** What an instrument is; `form` alone has no limit (T8), no key to score by and nothing to rate. */
export const instrumentKinds = ["test", "in-basket", "case", "form"] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];
