/**
 * The interface's words: catalogues by language and namespace, fetched when a page needs them. Knows neither React nor
 * where catalogues come from; useTranslation is the hook, app/i18n starts it.
 */
import type { Language, Namespace, TFunction, Values } from "./types.ts";

export type Catalogue = { readonly [key: string]: string | Catalogue };
type Fetch = (language: Language, namespace: Namespace) => Promise<Catalogue>;

const catalogues = new Map<string, Catalogue>();
const fetching = new Map<string, Promise<void>>();
const translators = new Map<string, TFunction<Namespace>>();
const listeners = new Set<() => void>();
const plurals = { id: new Intl.PluralRules("id"), en: new Intl.PluralRules("en") };

const pauseMs = 1_000;

let fetchCatalogue: Fetch;
let current: Language = "id";

const placeOf = (language: Language, namespace: Namespace) => `${language}/${namespace}`;

/** One promise per catalogue while it is under way, so that React may wait for it; a failed one is asked for again, as React does at once: not without a pause. */
function load(language: Language, namespace: Namespace): Promise<void> {
  const place = placeOf(language, namespace);
  const under = fetching.get(place);
  if (under) return under;
  const promise = fetchCatalogue(language, namespace)
    .then((catalogue) => void catalogues.set(place, catalogue))
    .catch(async (error: unknown) => {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      throw error;
    })
    .finally(() => fetching.delete(place));
  fetching.set(place, promise);
  return promise;
}

function textOf(namespace: Namespace, key: string): string | undefined {
  let found: string | Catalogue | undefined = catalogues.get(placeOf(current, namespace));
  for (const part of key.split(".")) found = typeof found === "object" ? found[part] : undefined;
  return typeof found === "string" ? found : undefined;
}

/** `sitting:lobby.title` names its namespace; other keys are in the one that is assumed. */
function split(key: string, assumed: Namespace): [Namespace, string] {
  const colon = key.indexOf(":");
  return colon < 0 ? [assumed, key] : [key.slice(0, colon) as Namespace, key.slice(colon + 1)];
}

/** The text with its values; with a `count`, in the singular or plural of the language. A missing text shows its key. */
function translate(assumed: Namespace, full: string, values: Values = {}): string {
  const [namespace, key] = split(full, assumed);
  const { count } = values;
  const form = typeof count === "number" ? textOf(namespace, `${key}_${plurals[current].select(count)}`) : undefined;
  const text = form ?? textOf(namespace, key) ?? key;
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** The same function for the same words, so that it may be a dependency of an effect. */
export function translator<N extends Namespace>(namespace: N): TFunction<N> {
  const place = placeOf(current, namespace);
  const t = translators.get(place) ?? ((key: string, values?: Values) => translate(namespace, key, values));
  translators.set(place, t);
  return t as unknown as TFunction<N>;
}

/** The words that are still to come, as a promise that stays the same while they are. */
export function missing(namespaces: readonly Namespace[]): Promise<void> | undefined {
  const namespace = namespaces.find((one) => !catalogues.has(placeOf(current, one)));
  return namespace && load(current, namespace);
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const words = {
  get language(): Language {
    return current;
  },

  /** For code outside components, where the key is often made at run time; ask `exists` first. */
  t: (key: string, values?: Values): string => translate("common", key, values),

  exists: (key: string): boolean => textOf(...split(key, "common")) !== undefined,

  async start(language: Language, fetch: Fetch): Promise<void> {
    current = language;
    fetchCatalogue = fetch;
    await load(language, "common");
  },

  /** So that a page and its words arrive together instead of one after the other. */
  async load(namespace: Namespace): Promise<void> {
    await missing([namespace]);
  },

  /** Shows everything in the other language once all that has been read in this one is there. */
  async change(language: Language): Promise<void> {
    const read = [...catalogues.keys()].map((place) => place.slice(place.indexOf("/") + 1) as Namespace);
    await Promise.all([...new Set(read)].filter((one) => !catalogues.has(placeOf(language, one))).map((one) => load(language, one)));
    current = language;
    for (const listener of listeners) listener();
  },
};

