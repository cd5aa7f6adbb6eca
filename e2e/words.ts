/** Finds interface words of the other language on a page: what both catalogues say differently, in texts and in labels. */
import type { Page } from "@playwright/test";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

type Catalogue = { [key: string]: string | Catalogue };
const client = join(import.meta.dirname, "..", "client", "src");

async function catalogue(file: string): Promise<Catalogue> {
  return ((await import(pathToFileURL(file).href)) as { default: Catalogue }).default;
}

async function catalogues(language: "id" | "en"): Promise<Catalogue[]> {
  const features = readdirSync(join(client, "features")).map((feature) => join(client, "features", feature, "locale", `${language}.ts`));
  return Promise.all([join(client, "app", "i18n", `common.${language}.ts`), ...features].filter((file) => existsSync(file)).map(catalogue));
}

function leaves(node: Catalogue, path = ""): [path: string, text: string][] {
  return Object.entries(node).flatMap(([key, value]) => (typeof value === "string" ? [[`${path}.${key}`, value] as [string, string]] : leaves(value, `${path}.${key}`)));
}

const figures = ["count", "n", "number", "total", "done", "version", "min", "max", "minutes", "level"];

/** A whole text that says what the catalogue says, with figures or anything else in its gaps; null for what is hardly more than its gaps. */
function pattern(text: string): RegExp | null {
  const gap = /\{\{\s*(\w+).*?\}\}/g;
  const own = text.replaceAll(gap, "").replaceAll(/[^\p{L}]/gu, "").length;
  const onlyFigures = [...text.matchAll(gap)].every((match) => figures.includes(match[1] ?? ""));
  if (own < (onlyFigures ? 3 : 8)) return null;
  const escaped = text.trim().replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll(gap, (_, name: string) => (figures.includes(name) ? "[\\d.,]+" : ".+"))}$`, "u");
}

export type Words = { indonesian: RegExp[]; english: RegExp[] };

export async function catalogueWords(): Promise<Words> {
  const [indonesian, english] = await Promise.all([catalogues("id"), catalogues("en")]);
  const all = (list: Catalogue[]) => list.flatMap((one, index) => leaves(one, String(index)));
  const translated = new Map(all(english));
  const patterns = (texts: string[]) => [...new Set(texts)].flatMap((text) => pattern(text) ?? []);
  return {
    indonesian: patterns(all(indonesian).filter(([path, text]) => translated.get(path) !== text).map(([, text]) => text)),
    english: patterns([...translated.values()]),
  };
}

/** Every text that a person reads or hears on the page. */
async function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      // Content says which language it is in.
      if (parent && !["SCRIPT", "STYLE"].includes(parent.tagName) && parent.checkVisibility() && parent.closest("[lang]") === document.documentElement) texts.push(walker.currentNode.textContent ?? "");
    }
    for (const name of ["aria-label", "aria-description", "placeholder", "title", "alt"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) if (element.checkVisibility()) texts.push(element.getAttribute(name) ?? "");
    }
    return [...new Set(texts.map((text) => text.replaceAll(/\s+/g, " ").trim()))];
  });
}

/** Texts that are the Indonesian catalogue's and not the English one's. Names, titles and the text of instruments are content and stay as they are. */
export async function indonesianWords(page: Page, words: Words): Promise<string[]> {
  const texts = await textsOf(page);
  return texts.filter((text) => words.indonesian.some((one) => one.test(text)) && !words.english.some((one) => one.test(text)));
}
