import type { ComponentView, StandingDetail } from "@kompeten/shared/contracts/talent";
import { useTranslation } from "../../words/use-translation.ts";
import { formatDate, formatNumber, formatPercent } from "../../ui/format.ts";
import classes from "./talent.module.css";

/** Every component with its weight, score, source and date; a missing one says so and is no zero. */
export function ComponentTable({ detail }: { detail: StandingDetail }) {
  return (
    <>
      {(["performance", "potential"] as const).map((axis) => (
        <Axis key={axis} axis={axis} components={detail.components.filter((component) => component.axis === axis)} />
      ))}
    </>
  );
}

function Axis({ axis, components }: { axis: ComponentView["axis"]; components: readonly ComponentView[] }) {
  const { t } = useTranslation("talent");
  return (
    <>
      <h3 className={classes.heading}>{t(`axis.${axis}`)}</h3>
      <table className={classes.components}>
        <caption className={classes.hidden}>{t(`axis.${axis}`)}</caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: "46%" }}>
              {t("method.component")}
            </th>
            <th scope="col" className={classes.number}>
              {t("method.weight")}
            </th>
            <th scope="col" className={classes.number}>
              {t("method.score")}
            </th>
            <th scope="col">{t("panel.source")}</th>
          </tr>
        </thead>
        <tbody>
          {components.map((component) => (
            <tr key={component.code}>
              <th scope="row">{component.name}</th>
              <td className={classes.number}>{formatPercent(component.weightPercent, 0)}</td>
              {component.score === null ? (
                <>
                  <td className={classes.number} data-missing>
                    {t("panel.missing")}
                  </td>
                  <td>–</td>
                </>
              ) : (
                <>
                  <td className={classes.number}>{formatNumber(component.score)}</td>
                  <td>{sourceOf(component)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function sourceOf({ value, source, asOf }: ComponentView): string {
  const date = asOf && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? formatDate(asOf) : asOf;
  return [value, source === "jpm" ? "JPM" : source, date].filter(Boolean).join(", ");
}
