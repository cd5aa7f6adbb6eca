import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { firstLanguage, type Language } from "./language.ts";
import type { Namespace } from "./resources.ts";

type Catalogue = { default: Record<string, unknown> };
const common = import.meta.glob<Catalogue>("./common.*.ts");
const features = import.meta.glob<Catalogue>("../../features/*/locale/{id,en}.ts");

/** A namespace is fetched when its feature is, and only in the language being read. */
const catalogues: BackendModule = {
  type: "backend",
  init() {},
  // With two parameters i18next takes the promise; the declared third one is its callback.
  async read(language, namespace) {
    const load =
      namespace === "common" ? common[`./common.${language}.ts`] : features[`../../features/${namespace}/locale/${language}.ts`];
    if (!load) throw new Error(`No catalogue ${namespace}/${language}`);
    return (await load()).default;
  },
};

let started: Promise<unknown> | undefined;

/** Resolves when the shared words are there; later calls return the same start. */
export function startI18n(language: Language = firstLanguage()): Promise<unknown> {
  started ??= i18next
    .use(catalogues)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: ["id", "en"],
      // Both catalogues have the same keys (a test says so), hence there is nothing to fall back to.
      fallbackLng: false,
      ns: ["common"],
      defaultNS: "common",
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    })
    .then(() => {
      document.documentElement.lang = i18next.language;
      i18next.on("languageChanged", (next) => {
        document.documentElement.lang = next;
      });
    });
  return started;
}

/** So that a page and its words arrive together instead of one after the other. */
export function loadWords(namespace: Namespace): Promise<void> {
  return i18next.loadNamespaces(namespace);
}
