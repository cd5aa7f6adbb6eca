import type { Language } from "../../words/types.ts";
import { words } from "../../words/words.ts";

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
  await words.change(language);
}
