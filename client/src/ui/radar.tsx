import { Skeleton } from "@mantine/core";
import { lazy, Suspense, useId } from "react";
import { useTranslation } from "../words/use-translation.ts";
import { Boundary } from "./boundary.tsx";
import classes from "./chart-figure.module.css";
import { formatNumber } from "./format.ts";
import type { RadarAxis } from "./radar-chart.tsx";
import { ScrollTable } from "./scroll-table.tsx";

const RadarDrawing = lazy(() => import("./radar-chart.tsx"));

type Props = {
  /** States the finding: "Tujuh dari sembilan kompetensi memenuhi standar". */
  title: string;
  axes: readonly RadarAxis[];
  /** The highest level there is. */
  max?: number;
};

/** Required against achieved, with the same figures as a table. */
export function Radar({ title, axes, max = 5 }: Props) {
  const { t } = useTranslation();
  const titleId = useId();
  const columns = [
    { label: t("chart.competency") },
    { label: t("chart.required"), align: "right" as const },
    { label: t("chart.achieved"), align: "right" as const },
  ];
  const show = (value: number | null) => (value === null ? "–" : formatNumber(value));
  return (
    <figure className={classes.root} aria-labelledby={titleId}>
      <figcaption id={titleId} className={classes.title}>
        {title}
      </figcaption>
      <Boundary fallback={() => null}>
        <Suspense fallback={<Skeleton height={400} />}>
          <div aria-hidden className={classes.drawing}>
            <RadarDrawing axes={axes} max={max} required={t("chart.required")} achieved={t("chart.achieved")} />
          </div>
        </Suspense>
      </Boundary>
      <details className={classes.data}>
        <summary>{t("chart.data")}</summary>
        <ScrollTable caption={title} columns={columns} rows={axes.map((axis) => [axis.label, show(axis.required), show(axis.achieved)])} />
      </details>
    </figure>
  );
}
