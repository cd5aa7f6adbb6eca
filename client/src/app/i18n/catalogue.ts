/**
 * The shape a translation must have: the keys of the Indonesian catalogue, no fewer and no more. English may add a
 * `key_one` beside each `key_other`, because Indonesian has no singular form of its own.
 */
export type Translated<T> = {
  [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
} & {
  [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]?: string;
};
