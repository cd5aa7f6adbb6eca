import type { MethodView } from "@kompeten/shared/contracts/talent";
import { useTranslation } from "../../words/use-translation.ts";
import { Dl } from "../../ui/dl.tsx";
import { formatDate, formatPercent } from "../../ui/format.ts";
import { ScrollTable } from "../../ui/scroll-table.tsx";
import classes from "./talent.module.css";

/** The explicit, printed setting: method, cut-offs, weights, boxes and their legal basis. */
export function Method({ method }: { method: MethodView }) {
  const { t } = useTranslation("talent");
  const { configuration } = method;
  const weights = (components: MethodView["performanceComponents"]) => components.map((component) => [component.name, formatPercent(component.weightPercent, 0)]);
  const columns = [{ label: t("method.component") }, { label: t("method.weight"), align: "right" as const }];
  return (
    <>
      <section className={classes.card}>
        <h2>{configuration.title}</h2>
        <Dl
          columns={2}
          items={[
            { term: t("method.version"), value: t("method.versionValue", { version: configuration.version, from: formatDate(configuration.effectiveFrom) }) },
            { term: t("method.legalBasis"), value: configuration.legalBasis },
            { term: t("method.row"), value: t(`method.${method.performanceMethod}`) },
            { term: t("method.performanceCutOffs"), value: method.cutOffs.performance.join(" / ") },
            { term: t("method.potentialCutOffs"), value: method.cutOffs.potential.join(" / ") },
            { term: t("method.talentScore"), value: t("method.talentScoreValue", { performance: method.talentScoreWeights.performance, potential: method.talentScoreWeights.potential }) },
            { term: t("method.poolBoxes"), value: method.poolBoxes.join(", ") },
            { term: t("method.comparison"), value: t("method.comparisonValue") },
          ]}
        />
      </section>
      <div className={classes.method}>
        <ScrollTable caption={`${t("method.weights")}: ${t("axis.performance")}`} columns={columns} rows={weights(method.performanceComponents)} />
        <ScrollTable caption={`${t("method.weights")}: ${t("axis.potential")}`} columns={columns} rows={weights(method.potentialComponents)} />
        <ScrollTable
          caption={t("method.predicates")}
          columns={[{ label: t("method.predicate") }, { label: t("method.score"), align: "right" }, { label: t("method.row") }]}
          rows={method.predicates.map((predicate) => [predicate.name, String(predicate.score), t(`row3.${predicate.row as "below" | "meets" | "above"}`)])}
        />
      </div>
      <ScrollTable
        caption={t("method.boxes")}
        columns={[{ label: t("column.box"), align: "right" }, { label: t("method.meaning") }, { label: t("method.recommendations") }]}
        rows={[...method.boxes].sort((one, other) => other.number - one.number).map((box) => [String(box.number), box.label, box.recommendations.join("; ")])}
      />
    </>
  );
}
