import { BarChart, LineChart } from "@mantine/charts";
import "@mantine/core/styles/ColorSwatch.layer.css";
import "@mantine/charts/styles.layer.css";
import type { ChartBlock } from "./chart-figure.tsx";
import { chartPalette, dashes } from "./chart-palette.ts";
import { formatNumber } from "./format.ts";

/** Nothing moves beside a running clock. The drawing is hidden from assistive technology, which reads the table; nothing inside it may take the focus. */
const still = { accessibilityLayer: false };

/** Only ever loaded lazily: recharts is larger than everything else a candidate downloads. */
export default function BlockChart({ chart }: { chart: ChartBlock }) {
  const data = chart.categories.map((category, index) => ({
    category,
    ...Object.fromEntries(chart.series.map(({ name, values }) => [name, values[index] ?? null])),
  }));
  const shared = {
    h: 280,
    data,
    dataKey: "category",
    withLegend: chart.series.length > 1,
    valueFormatter: (value: number) => formatNumber(value),
    gridAxis: "x" as const,
  };
  if (chart.kind === "bar") {
    const series = chart.series.map(({ name }, index) => ({ name, color: chartPalette(index) }));
    return <BarChart {...shared} series={series} barProps={{ isAnimationActive: false, radius: 2 }} barChartProps={still} />;
  }
  const series = chart.series.map(({ name }, index) => ({ name, color: chartPalette(index), strokeDasharray: dashes(index) }));
  return <LineChart {...shared} series={series} curveType="linear" lineProps={{ isAnimationActive: false }} lineChartProps={still} />;
}
