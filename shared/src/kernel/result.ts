/** A refusal is a value: the caller must look at it. Bugs throw by `assert`, outages throw by themselves. */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<E extends string> = { readonly ok: false; readonly refusal: E };
export type Result<T, E extends string> = Ok<T> | Refused<E>;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<const E extends string>(refusal: E): Refused<E> {
  return { ok: false, refusal };
}
