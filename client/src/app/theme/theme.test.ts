import { describe, expect, it } from "vitest";
import { contrast } from "./contrast.ts";
import { amber, blue, dark, gray, green, red, teal } from "./palette.ts";
import { cssVariables, mix } from "./theme.ts";

const accents = { teal, red, amber, green, blue };
const vars = cssVariables({} as never);
const light = (name: string) => (vars.light as Record<string, string>)[name] as string;
const night = (name: string) => (vars.dark as Record<string, string>)[name] as string;
const lightSurfaces = { white: "#ffffff", canvas: gray[0], soft: gray[1], accentSoft: teal[0] };
const darkSurfaces = { page: dark[7], canvas: dark[8], raised: dark[6] };

describe("theme contrast (WCAG AA, 4.5:1)", () => {
  it.each(Object.entries(lightSurfaces))("text, dimmed text, links and errors on light %s", (_name, surface) => {
    expect(contrast(gray[9], surface)).toBeGreaterThanOrEqual(7);
    expect(contrast(light("--mantine-color-dimmed"), surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(light("--mantine-color-placeholder"), surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(light("--mantine-color-error"), surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(teal[7], surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(darkSurfaces))("text, dimmed text, links and errors on dark %s", (_name, surface) => {
    expect(contrast(dark[0], surface)).toBeGreaterThanOrEqual(7);
    expect(contrast(night("--mantine-color-dimmed"), surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(night("--mantine-color-placeholder"), surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(night("--mantine-color-error"), surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(teal[4], surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(accents))("%s: filled, light and text variants in both schemes", (_name, colour) => {
    expect(contrast("#ffffff", colour[7])).toBeGreaterThanOrEqual(4.5);
    expect(contrast("#ffffff", colour[6])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour[9], colour[1])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour[1], mix(colour[8], dark[7], 0.6))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour[1], mix(colour[8], dark[7], 0.85))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour[4], dark[7])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(accents))("%s: notices", (_name, colour) => {
    expect(contrast(colour[9], colour[0])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour[1], mix(colour[8], dark[7], 0.28))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([1, 2, 3, 4, 5, 6])("chart series %i stands out from its surface (3:1)", (index) => {
    expect(contrast(light(`--k-chart-${index}`), "#ffffff")).toBeGreaterThanOrEqual(3);
    expect(contrast(night(`--k-chart-${index}`), dark[7])).toBeGreaterThanOrEqual(3);
  });

  it("disabled controls keep readable text, and soft accents readable ink", () => {
    expect(contrast(light("--mantine-color-disabled-color"), light("--mantine-color-disabled"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(night("--mantine-color-disabled-color"), night("--mantine-color-disabled"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(night("--mantine-color-gray-light-color"), night("--mantine-color-gray-light"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(light("--k-accent-ink"), light("--k-accent-soft"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(night("--k-accent-ink"), night("--k-accent-soft"))).toBeGreaterThanOrEqual(4.5);
  });
});
