import { describe, expect, it } from "vitest";

type Catalogue = Record<string, unknown>;
const files = import.meta.glob<Catalogue>(["./common.*.ts", "../../features/**/locale/{id,en}.ts", "../../ui/**/locale/{id,en}.ts"], { eager: true, import: "default" });

/** Every key with its placeholders, so that a translation that lost a value is found too. */
function leaves(catalogue: Catalogue, prefix = ""): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) => {
    const path = prefix + key;
    if (typeof value !== "string") return leaves(value as Catalogue, `${path}.`);
    // Only English has a singular.
    if (path.endsWith("_one")) return [];
    const values = [...value.matchAll(/\{\{(\w+)/g)].map((match) => match[1]).sort();
    return [`${path} {${values.join(",")}}`];
  });
}

const pairs = Object.keys(files)
  .filter((file) => /[/.]id\.ts$/.test(file))
  .map((file) => [file, file.replace(/id\.ts$/, "en.ts")] as const);

describe("catalogues", () => {
  it("exist for the shared words and for features", () => expect(pairs.length).toBeGreaterThan(5));

  it.each(pairs)("%s and %s have the same keys and placeholders", (indonesian, english) => {
    expect(leaves(files[english] ?? {}).sort()).toEqual(leaves(files[indonesian] ?? {}).sort());
  });

  it.each(Object.keys(files))("%s has no empty text", (file) => {
    const empty = JSON.stringify(files[file]).match(/"[^"]+":"\s*"/g);
    expect(empty).toBeNull();
  });
});
