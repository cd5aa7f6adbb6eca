import { useSyncExternalStore } from "react";
import type { Language, Namespace, TFunction } from "./types.ts";
import { missing, subscribe, translator, words } from "./words.ts";

const language = () => words.language;

/** The words of one namespace, or of several, of which the first is assumed; waits (Suspense) until they are there. */
export function useTranslation<N extends Namespace = "common">(namespaces?: N | readonly [N, ...Namespace[]]): { t: TFunction<N>; language: Language } {
  const shown = useSyncExternalStore(subscribe, language);
  const asked = typeof namespaces === "string" ? [namespaces] : (namespaces ?? ["common" as N]);
  const coming = missing(asked);
  // Thrown, not given to use(): once the words are there nothing is asked any more, and use() must be called every time.
  if (coming) throw coming;
  return { t: translator(asked[0] as N), language: shown };
}
