import type { MethodView, StandingDetail } from "@kompeten/shared/contracts/talent";
import { List, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { TextLink } from "../../app/text-link.tsx";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { formatDateTime, formatName, formatNip, formatNumber } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { Why } from "../../ui/why.tsx";
import { resultPath } from "./addresses.ts";
import { ComponentTable } from "./component-table.tsx";
import { PlacementForm } from "./placement-form.tsx";
import { standingQuery } from "./queries.ts";
import classes from "./talent.module.css";

type Props = { cycleId: string; employeeId: string; method: MethodView; onClose: () => void };

/** One person: what the box rests on, and the decision about it. */
export function StandingPanel({ cycleId, employeeId, method, onClose }: Props) {
  const { t } = useTranslation("talent");
  const { data, error, refetch } = useQuery(standingQuery(cycleId, employeeId));
  return (
    <SidePanel
      opened
      onClose={onClose}
      size="xl"
      title={data ? formatName(data.standing) : t("panel.title")}
      subtitle={data ? `${formatNip(data.standing.nip)} · ${data.standing.positionTitle}${data.standing.unitName ? `, ${data.standing.unitName}` : ""}` : undefined}
    >
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={6} /> : null}
      {data ? <Detail key={data.standing.placement?.revision ?? 0} detail={data} method={method} cycleId={cycleId} /> : null}
    </SidePanel>
  );
}

function Detail({ detail, method, cycleId }: { detail: StandingDetail; method: MethodView; cycleId: string }) {
  const { t } = useTranslation("talent");
  const session = useSession();
  const { standing, placements } = detail;
  const score = (value: number | null) => (value === null ? "–" : formatNumber(value, 2));
  const box = method.boxes.find((candidate) => candidate.number === (standing.placement?.box ?? standing.box));
  return (
    <>
      <dl className={classes.scores}>
        <div>
          <dt>{t("axis.performance")}</dt>
          <dd>{score(standing.performanceScore)}</dd>
        </div>
        <div>
          <dt>{t("axis.potential")}</dt>
          <dd>{score(standing.potentialScore)}</dd>
        </div>
        <div>
          <dt>{t("column.talentScore")}</dt>
          <dd>{score(standing.talentScore)}</dd>
        </div>
      </dl>
      {standing.box === null ? (
        <Text>{t("panel.incomplete", { missing: standing.missing.join("; ") })}</Text>
      ) : (
        <Text component="div">
          {t("panel.proposed", { box: standing.box })}
          {box ? `: ${box.label}.` : "."} <BoxWhy detail={detail} method={method} />
        </Text>
      )}
      {box ? (
        <>
          <h3 className={classes.heading}>{t("panel.recommendations", { box: box.number })}</h3>
          <List size="sm">
            {box.recommendations.map((recommendation) => (
              <List.Item key={recommendation}>{recommendation}</List.Item>
            ))}
          </List>
        </>
      ) : null}
      <ComponentTable detail={detail} />
      {detail.resultId ? <TextLink to={resultPath(detail.resultId)}>{t("panel.profile")}</TextLink> : null}
      {standing.box !== null && sessionMay(session, "talent.confirm") ? <PlacementForm standing={standing} method={method} cycleId={cycleId} /> : null}
      {placements.length > 0 ? (
        <>
          <h3 className={classes.heading}>{t("panel.decisions")}</h3>
          <ol className={classes.decisions} reversed>
            {placements.map((placement) => (
              <li key={placement.revision}>
                {t("panel.decision", { box: placement.box, name: placement.confirmedBy, at: formatDateTime(placement.confirmedAt, session.agency.timeZone) })}
                {placement.reason ? ` ${placement.reason}` : ""}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
}

function BoxWhy({ detail, method }: { detail: StandingDetail; method: MethodView }) {
  const { t } = useTranslation("talent");
  const { standing } = detail;
  const { configuration } = method;
  return (
    <Why
      of={t("panel.proposed", { box: standing.box ?? 0 })}
      formula={t(method.performanceMethod === "weighted-score" ? "why.weighted" : "why.predicate", {
        performance: method.cutOffs.performance.join(" / "),
        potential: method.cutOffs.potential.join(" / "),
        y: method.talentScoreWeights.performance,
        x: method.talentScoreWeights.potential,
      })}
      inputs={detail.components.map((component) => ({
        term: component.name,
        value: component.score === null ? t("panel.missing") : t("why.component", { score: formatNumber(component.score), weight: component.weightPercent }),
      }))}
      versions={[{ term: configuration.title, value: t("method.versionValue", { version: configuration.version, from: configuration.effectiveFrom }) }]}
      legalBasis={configuration.legalBasis}
    />
  );
}
