import type { Resources } from "../app/i18n/resources.ts";

export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];
export type Namespace = keyof Resources;
export type Values = Record<string, string | number | null | undefined>;

/** `a.b` for every text; of `key_one` and `key_other`, the `key`. */
type Leaf<T> = {
  [K in keyof T & string]: T[K] extends string ? (K extends `${infer Base}_${"one" | "other"}` ? Base : K) : `${K}.${Leaf<T[K]>}`;
}[keyof T & string];

/** What may be asked for: a key of the assumed namespace, or one of any namespace with its name before a colon. */
export type Key<N extends Namespace> = Leaf<Resources[N]> | { [M in Namespace]: `${M}:${Leaf<Resources[M]>}` }[Namespace];

export type TFunction<N extends Namespace = "common"> = (key: Key<N>, values?: Values) => string;
