import type { Language, Namespace } from "../../words/types.ts";
import { type Catalogue, subscribe, words } from "../../words/words.ts";
import { firstLanguage } from "./language.ts";

type File = { default: Catalogue };
const common = import.meta.glob<File>("./common.*.ts");
const features = import.meta.glob<File>(["../../features/**/locale/{id,en}.ts", "../../ui/**/locale/{id,en}.ts"]);

/** By the folder the words are in, whether a feature, a part of one, or a piece of the interface that many use. */
const of = (namespace: string, language: string) => Object.entries(features).find(([path]) => path.endsWith(`/${namespace}/locale/${language}.ts`))?.[1];

/** A namespace is fetched when its feature is, and only in the language being read. */
async function fetchCatalogue(language: Language, namespace: Namespace): Promise<Catalogue> {
  const load = namespace === "common" ? common[`./common.${language}.ts`] : of(namespace, language);
  if (!load) throw new Error(`No catalogue ${namespace}/${language}`);
  return (await load()).default;
}

const tellBrowser = () => {
  document.documentElement.lang = words.language;
};

let started: Promise<void> | undefined;

/** Resolves when the shared words are there; later calls return the same start. */
export function startI18n(language: Language = firstLanguage()): Promise<void> {
  started ??= words.start(language, fetchCatalogue).then(() => {
    tellBrowser();
    subscribe(tellBrowser);
  });
  return started;
}
