import type { MantineColorsTuple } from "@mantine/core";

/*
 * Our own shades. Shade 7 carries white text on a light page, shade 6 on a dark one; shade 4 is readable text on dark
 * surfaces. theme.test.ts computes every pair that is used. The semantic hues differ in lightness as well as in hue, and
 * the interface always adds an icon and a word, so nothing depends on telling red from green.
 */
export const teal: MantineColorsTuple = [
  "#eff8f7", "#d8eeec", "#b1dcd9", "#82c5c1", "#56aaa6", "#2f8f8c", "#167472", "#0c5f5e", "#084c4c", "#053838",
];

/** Surfaces and text on a light page: neutral, with a trace of the accent. */
export const gray: MantineColorsTuple = [
  "#f7f9f9", "#eff3f3", "#e3e9e9", "#d3dbdb", "#b9c4c4", "#8c9999", "#5b6868", "#435050", "#2c3838", "#172121",
];

/** Surfaces and text on a dark page; Mantine uses 7 as the page, 6 as raised, 4 as line, 0 as text. */
export const dark: MantineColorsTuple = [
  "#e2e9e8", "#c3cdcc", "#a0adac", "#8a9897", "#3a4646", "#293434", "#1c2525", "#141b1b", "#0f1515", "#0a0f0f",
];

export const red: MantineColorsTuple = [
  "#fdf1f0", "#fbdedb", "#f5bab5", "#ee938c", "#f08078", "#d94f46", "#bb352d", "#a32a23", "#84211c", "#611713",
];

export const amber: MantineColorsTuple = [
  "#fef7e8", "#fcebc6", "#f7d68e", "#f0bd55", "#e3a63a", "#bd7f12", "#92600a", "#7c5006", "#633f04", "#452b02",
];

export const green: MantineColorsTuple = [
  "#eff8f0", "#daefdc", "#b4deb9", "#89ca91", "#62b56c", "#3f974b", "#2b7a37", "#21672c", "#185222", "#0f3b17",
];

export const blue: MantineColorsTuple = [
  "#eff5fc", "#dae8f8", "#b3d0f0", "#88b5e6", "#6aa2de", "#3f80c8", "#2b67ab", "#215692", "#194576", "#103157",
];
