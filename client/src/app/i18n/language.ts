import i18next from "i18next";

export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];

const storageKey = "kompeten.language";

/** Indonesian unless this reader chose otherwise: the browser's own language says little about an office computer. */
export function firstLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === "en" ? "en" : "id";
  } catch {
    return "id";
  }
}

export async function changeLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing still changes the language for this visit.
  }
  await i18next.changeLanguage(language);
}
