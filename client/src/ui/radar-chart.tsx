import { RadarChart } from "@mantine/charts";
import "@mantine/core/styles/ColorSwatch.layer.css";
import "@mantine/charts/styles.layer.css";
import { chartPalette } from "./chart-palette.ts";

export type RadarAxis = { label: string; required: number | null; achieved: number | null };

type Props = { axes: readonly RadarAxis[]; max: number; required: string; achieved: string };

/** Only ever loaded lazily, by radar.tsx. The standard is a dashed outline, what was achieved a filled one. */
export default function RadarDrawing({ axes, max, required, achieved }: Props) {
  return (
    <RadarChart
      h={400}
      data={axes.map((axis) => ({ label: axis.label, [required]: axis.required, [achieved]: axis.achieved }))}
      dataKey="label"
      // Hidden from assistive technology, which reads the table; nothing inside may take the focus.
      radarChartProps={{ accessibilityLayer: false, outerRadius: "48%" }}
      withPolarRadiusAxis
      withLegend
      // Half-way between two axes, where the levels' numbers cover no corner.
      polarRadiusAxisProps={{ domain: [0, max], tickCount: max + 1, angle: 90 - 180 / axes.length, fontSize: 11 }}
      polarAngleAxisProps={{ tick: AxisLabel }}
      series={[
        { name: achieved, color: chartPalette(0), opacity: 0.22 },
        { name: required, color: chartPalette(1), opacity: 0 },
      ]}
      radarProps={(series) => ({
        isAnimationActive: false,
        strokeWidth: 2,
        ...(series.name === required ? { strokeDasharray: "6 4", fillOpacity: 0 } : {}),
      })}
    />
  );
}

type LabelProps = { x?: number | string; y?: number | string; textAnchor?: string; payload?: { value?: string } };

/** "Pengembangan Diri dan Orang Lain" needs several lines, or it is cut off on a phone. */
function AxisLabel({ x = 0, y = 0, textAnchor, payload }: LabelProps) {
  const lines = linesOf(payload?.value ?? "");
  const anchor = textAnchor === "start" || textAnchor === "end" ? textAnchor : "middle";
  return (
    <text x={x} y={Number(y) - (lines.length - 1) * 7} textAnchor={anchor} fontSize={11} fill="var(--mantine-color-dimmed)">
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index === 0 ? 4 : 14}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function linesOf(label: string, width = 12): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
