import { createTheme, type CSSVariablesResolver } from "@mantine/core";
import { componentDefaults } from "./components.ts";
import { amber, blue, dark, gray, green, red, teal } from "./palette.ts";

const font =
  '"Plus Jakarta Sans Variable", "Plus Jakarta Sans Fallback", system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';

export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 6 },
  // Mantine's other names stay available to it; these are the ones our interface uses.
  colors: { teal, gray, dark, red, yellow: amber, orange: amber, green, blue },
  white: "#ffffff",
  black: "#172121",
  fontFamily: font,
  headings: {
    fontFamily: font,
    fontWeight: "700",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.25" },
      h2: { fontSize: "1.25rem", lineHeight: "1.35" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.4" },
      h4: { fontSize: "0.9375rem", lineHeight: "1.45" },
    },
  },
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "1rem", lg: "1.125rem", xl: "1.375rem" },
  // One 8-px rhythm; xs is the half step inside controls.
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  radius: { xs: "0.25rem", sm: "0.375rem", md: "0.5rem", lg: "0.75rem", xl: "1.25rem" },
  defaultRadius: "md",
  shadows: {
    xs: "0 1px 2px rgb(16 34 34 / 6%)",
    sm: "0 1px 3px rgb(16 34 34 / 8%), 0 1px 2px rgb(16 34 34 / 5%)",
    md: "0 4px 16px rgb(16 34 34 / 10%), 0 1px 3px rgb(16 34 34 / 6%)",
    lg: "0 12px 32px rgb(16 34 34 / 14%), 0 2px 6px rgb(16 34 34 / 6%)",
  },
  focusRing: "auto",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: componentDefaults,
});

const accents = { teal, red, yellow: amber, orange: amber, green, blue };

/** `share` of one colour laid over another; made here because color-mix() is missing in older browsers. */
export function mix(over: string, under: string, share: number): string {
  const channel = (from: number) => {
    const [a, b] = [over, under].map((hex) => Number.parseInt(hex.slice(from, from + 2), 16)) as [number, number];
    return Math.round(a * share + b * (1 - share)).toString(16).padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** One variable of each accent, as `--<prefix><accent><suffix>`. */
const each = (name: (accent: string) => string, value: (shades: typeof teal) => string) =>
  Object.fromEntries(Object.entries(accents).map(([accent, shades]) => [name(accent), value(shades)]));

const lightAccents = {
  ...each((accent) => `--k-${accent}-soft`, (shades) => shades[0]),
  ...each((accent) => `--k-${accent}-line`, (shades) => shades[2]),
};

/** On dark surfaces Mantine's light variant is darker than the surface and sinks; ours is raised and keeps its hue. */
const darkAccents = {
  ...each((accent) => `--mantine-color-${accent}-light`, (shades) => mix(shades[8], dark[7], 0.6)),
  ...each((accent) => `--mantine-color-${accent}-light-hover`, (shades) => mix(shades[8], dark[7], 0.85)),
  ...each((accent) => `--mantine-color-${accent}-light-color`, (shades) => shades[1]),
  ...each((accent) => `--k-${accent}-soft`, (shades) => mix(shades[8], dark[7], 0.28)),
  ...each((accent) => `--k-${accent}-line`, (shades) => mix(shades[8], dark[7], 0.8)),
};

/**
 * Series of a chart: they differ in lightness as well as hue, so that they hold for colour-blind eyes and in grey print.
 * Three to one against the surface, as graphics need.
 */
const chart = (shades: readonly string[]) => Object.fromEntries(shades.map((colour, index) => [`--k-chart-${index + 1}`, colour]));

/** Mantine's defaults for dimmed, placeholder and disabled text are too faint for AA; these are not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...lightAccents,
    ...chart([teal[7], amber[5], blue[6], red[5], gray[6], green[5]]),
    "--mantine-color-gray-light": gray[2],
    "--mantine-color-body": "#ffffff",
    "--mantine-color-dimmed": gray[6],
    "--mantine-color-placeholder": "#647171",
    "--mantine-color-error": red[7],
    "--mantine-color-success": green[7],
    "--mantine-color-default-border": gray[4],
    "--mantine-color-disabled": gray[1],
    "--mantine-color-disabled-color": "#647171",
    "--k-canvas": gray[0],
    "--k-surface": "#ffffff",
    "--k-line": gray[2],
    "--k-line-strong": gray[4],
    "--k-accent-soft": teal[0],
    "--k-accent-ink": teal[8],
  },
  dark: {
    ...darkAccents,
    ...chart([teal[4], amber[4], blue[5], red[4], gray[5], green[5]]),
    "--mantine-color-gray-light": dark[5],
    "--mantine-color-gray-light-hover": dark[4],
    "--mantine-color-gray-light-color": dark[0],
    "--mantine-color-body": dark[7],
    "--mantine-color-dimmed": dark[2],
    "--mantine-color-placeholder": dark[3],
    "--mantine-color-error": red[4],
    "--mantine-color-success": green[4],
    "--mantine-color-default-border": "#4a5757",
    "--mantine-color-disabled": dark[5],
    "--mantine-color-disabled-color": dark[2],
    "--k-canvas": dark[8],
    "--k-surface": dark[7],
    "--k-line": dark[5],
    "--k-line-strong": dark[4],
    "--k-accent-soft": "#10302f",
    "--k-accent-ink": teal[2],
  },
});
