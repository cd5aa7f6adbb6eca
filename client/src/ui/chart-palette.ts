/** The theme's six series colours, which it also fits to the colour scheme; lines differ by their dashes too. */
const patterns = ["0", "6 4", "2 3", "10 4 2 4", "4 2", "1 4"] as const;

export const chartPalette = (index: number): string => `var(--k-chart-${(index % patterns.length) + 1})`;
export const dashes = (index: number): string => patterns[index % patterns.length] ?? patterns[0];
