import { act, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Language, Namespace } from "./types.ts";
import { useTranslation } from "./use-translation.ts";
import { type Catalogue, translator, words } from "./words.ts";

const texts: Record<string, Catalogue> = {
  "id/common": { product: "Kompeten", action: { save: "Simpan" }, greeting: "Halo {{name}}, {{name}}!", rows_other: "{{count}} baris" },
  "en/common": { product: "Kompeten", action: { save: "Save" }, greeting: "Hello {{name}}, {{name}}!", rows_one: "{{count}} row", rows_other: "{{count}} rows" },
  "id/sitting": { title: "Pengerjaan" },
  "en/sitting": { title: "Sitting" },
};
const fetchCatalogue = vi.fn(async (language: Language, namespace: Namespace) => texts[`${language}/${namespace}`] ?? Promise.reject(new Error("offline")));

beforeEach(() => words.start("id", fetchCatalogue));

describe("a text", () => {
  it.each([
    ["of the shared words", "action.save", undefined, "Simpan"],
    ["with its namespace", "common:action.save", undefined, "Simpan"],
    ["with a value, every time it is named", "greeting", { name: "Siti" }, "Halo Siti, Siti!"],
    ["with a value that looks like a placeholder, as it is", "greeting", { name: "{{count}}" }, "Halo {{count}}, {{count}}!"],
    ["without its value, with nothing rather than a placeholder", "greeting", {}, "Halo , !"],
    ["of one, where the language has no singular", "rows", { count: 1 }, "1 baris"],
    ["that is a group of texts, as its key", "action", undefined, "action"],
    ["that does not exist, as its key", "action.none", undefined, "action.none"],
    ["named like something every object has, as its key", "action.constructor", undefined, "action.constructor"],
  ])("%s", (_name, key, values, expected) => expect(words.t(key, values)).toBe(expected));

  it("is in the singular or the plural of the language", async () => {
    await words.change("en");
    expect([0, 1, 2].map((count) => words.t("rows", { count }))).toEqual(["0 rows", "1 row", "2 rows"]);
  });

  it("exists or does not, before it is asked for", () => {
    expect(["common:action.save", "action", "sitting:nothing"].map((key) => words.exists(key))).toEqual([true, false, false]);
  });

  it("comes from the same function for the same words, and from another one in the other language", async () => {
    const t = translator("common");
    expect(translator("common")).toBe(t);
    await words.change("en");
    expect(translator("common")).not.toBe(t);
  });
});

function Title() {
  const { t } = useTranslation(["sitting", "common"]);
  return <p>{`${t("title")} · ${t("common:product")}`}</p>;
}

describe("a component", () => {
  it("waits for its words, then changes the language at once, without waiting again", async () => {
    const waiting = vi.fn(() => null);
    const Waiting = () => waiting();
    await act(async () => void render(<Suspense fallback={<Waiting />}><Title /></Suspense>));
    expect(screen.getByText("Pengerjaan · Kompeten")).toBeVisible();
    expect(waiting).toHaveBeenCalled();
    waiting.mockClear();
    await act(() => words.change("en"));
    expect(screen.getByText("Sitting · Kompeten")).toBeVisible();
    expect(waiting).not.toHaveBeenCalled();
  });
});

describe("a catalogue", () => {
  it("that could not be fetched is asked for again", async () => {
    await expect(words.load("talent")).rejects.toThrow("offline");
    texts["id/talent"] = { title: "Talenta" };
    await words.load("talent");
    expect(words.t("talent:title")).toBe("Talenta");
  });

  it("is fetched once however many ask", async () => {
    texts["id/rating"] = { title: "Penilaian" };
    fetchCatalogue.mockClear();
    await Promise.all([words.load("rating"), words.load("rating")]);
    await words.load("rating");
    expect(fetchCatalogue).toHaveBeenCalledOnce();
  });
});
