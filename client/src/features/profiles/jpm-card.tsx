import type { ProfileView } from "@kompeten/shared/contracts/profiles";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { formatDate, formatDateTime, formatNumber, formatPercent } from "../../ui/format.ts";
import { StatusBadge, type Tone } from "../../ui/status-badge.tsx";
import { Why } from "../../ui/why.tsx";
import classes from "./profile.module.css";

/** The figure, its category, and behind each the inputs, formula, versions and legal basis. */
export function JpmCard({ profile }: { profile: ProfileView }) {
  const { t } = useTranslation("profiles");
  const { agency } = useSession();
  const { result, calculation, versions, inputs } = profile;
  const jpm = formatPercent(result.jpmPercent);
  const version = (used: ProfileView["versions"]["standard"]) => t("why.version", { title: used.title, version: used.version, from: formatDate(used.effectiveFrom) });
  return (
    <section className={classes.card} aria-label="JPM">
      <h2>{t("jpm.title")}</h2>
      <p className={classes.figure}>
        {jpm}
        <Why
          of={`JPM ${jpm}`}
          formula={t("why.jpmFormula", { achieved: formatNumber(calculation.achievedSum), required: formatNumber(calculation.requiredSum), cap: formatNumber(calculation.capPercent), unrounded: formatNumber(result.jpmPercent, 6) })}
          inputs={[
            { term: t("why.sheets"), value: t("why.sheetCount", { count: inputs.sheets.length, at: inputs.sheets.length > 0 ? formatDateTime(inputs.sheets.at(-1)?.submittedAt ?? "", agency.timeZone) : "–" }) },
            ...inputs.scores.map((score) => ({
              term: `${score.instrument} v${score.version}`,
              value: score.standardError === null ? t("why.points", { points: formatNumber(score.points), max: formatNumber(score.maxPoints) }) : t("why.pointsError", { points: formatNumber(score.points), max: formatNumber(score.maxPoints), error: formatNumber(score.standardError, 1) }),
            })),
          ]}
          versions={[
            { term: t("why.standard"), value: version(versions.standard) },
            { term: t("why.dictionary"), value: version(versions.dictionary) },
            ...uniqueInstruments(profile).map((one) => ({ term: one.instrument, value: t("why.instrumentVersion", { version: one.version }) })),
          ]}
          legalBasis={`${versions.standard.legalBasis}; ${versions.categories.legalBasis}`}
        />
      </p>
      <p className={classes.category}>
        <StatusBadge tone={toneOf(profile)} size="lg">
          {result.category.name}
        </StatusBadge>
        <Why
          of={result.category.name}
          formula={t("why.categoryFormula")}
          inputs={[...calculation.categories].map((category) => ({ term: category.name, value: t("why.from", { percent: formatPercent(category.fromPercent, 0) }) }))}
          versions={[{ term: t("why.categories"), value: version(versions.categories) }]}
          legalBasis={versions.categories.legalBasis}
        />
      </p>
      <p className={classes.note}>{t("jpm.note", { revision: profile.revision, at: formatDateTime(profile.createdAt, agency.timeZone) })}</p>
    </section>
  );
}

/** The highest category is good, the lowest is not, what lies between needs care; the word says which it is. */
function toneOf({ result, calculation }: ProfileView): Tone {
  const order = [...calculation.categories].sort((one, other) => other.fromPercent - one.fromPercent);
  const place = order.findIndex((category) => category.code === result.category.code);
  if (place === 0) return "good";
  return place === order.length - 1 ? "bad" : "caution";
}

function uniqueInstruments({ inputs }: ProfileView): { instrument: string; version: number }[] {
  return [...new Map([...inputs.sheets, ...inputs.scores].map((one) => [`${one.instrument} ${one.version}`, one])).values()];
}
