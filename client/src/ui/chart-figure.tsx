import type { Block } from "@kompeten/shared/paper";
import { Skeleton } from "@mantine/core";
import { lazy, Suspense, useId } from "react";
import { useTranslation } from "../words/use-translation.ts";
import { Boundary } from "./boundary.tsx";
import classes from "./chart-figure.module.css";
import { formatNumber } from "./format.ts";
import { patient } from "./patient.ts";
import { ScrollTable } from "./scroll-table.tsx";

export type ChartBlock = Extract<Block, { type: "chart" }>;

const BlockChart = lazy(patient(() => import("./block-chart.tsx")));

/** The drawing, its description and its data. The drawing's code comes later and may fail; the data does not depend on it. */
export function ChartFigure({ chart }: { chart: ChartBlock }) {
  const { t, language } = useTranslation();
  const titleId = useId();
  const title = chart.unit ? `${chart.title} (${withoutBrackets(chart.unit)})` : chart.title;
  const columns = [
    { label: t("chart.category") },
    ...chart.series.map((series) => ({ label: series.name, align: "right" as const })),
  ];
  const rows = chart.categories.map((category, index) => [
    category,
    ...chart.series.map(({ values }) => (values[index] === undefined ? "–" : formatNumber(values[index]))),
  ]);
  return (
    <figure className={classes.root} aria-labelledby={titleId}>
      <figcaption id={titleId} className={classes.title}>
        {title}
      </figcaption>
      <p className={classes.description}>{chart.description}</p>
      <Boundary fallback={() => null}>
        <Suspense fallback={<Skeleton height={280} />}>
          <div aria-hidden className={classes.drawing}>
            <BlockChart chart={chart} />
          </div>
        </Suspense>
      </Boundary>
      <details className={classes.data}>
        <summary lang={language}>{t("chart.data")}</summary>
        <ScrollTable caption={title} columns={columns} rows={rows} />
      </details>
    </figure>
  );
}

/** Put in brackets itself: "indeks (0–100)" as "indeks, 0–100". */
const withoutBrackets = (unit: string): string => unit.replace(/ ?\(([^)]*)\)/g, ", $1");
