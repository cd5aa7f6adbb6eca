import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { useTranslation } from "../../words/use-translation.ts";
import { Dl } from "../../ui/dl.tsx";
import { formatPercent } from "../../ui/format.ts";
import { ScrollTable } from "../../ui/scroll-table.tsx";
import { BrowserFiles } from "./browser-files.tsx";
import { windowText } from "./window-text.ts";

type Props = { assessment: AssessmentDetail };

export function BasicsSummary({ assessment }: Props) {
  const { t } = useTranslation("planning");
  const { standard, jpm, dictionary, notice } = assessment;
  const categories = jpm.categories.map(({ name, fromPercent }) => (fromPercent > 0 ? `${name} ${t("basics.from", { percent: formatPercent(fromPercent, 0) })}` : name)).join(" · ");
  return (
    <Dl
      columns={2}
      items={[
        { term: t("basics.purpose"), value: t(`purposes.${assessment.purpose}`) },
        { term: t("basics.standard"), value: standard.title },
        { term: t("basics.categories"), value: categories },
        { term: t("column.lead"), value: assessment.lead?.name },
        { term: t("basics.standards"), value: `${t("used", standard.configuration)} (${standard.configuration.legalBasis})` },
        { term: t("basics.dictionary"), value: `${t("used", dictionary)} (${dictionary.legalBasis})` },
        { term: t("basics.notice"), value: t("used", notice) },
      ]}
    />
  );
}

export function InstrumentsSummary({ assessment }: Props) {
  const { t } = useTranslation("planning");
  return (
    <ScrollTable
      caption={t("overview.instruments")}
      columns={[{ label: t("column.title") }, { label: t("basics.competency") }, { label: t("instruments.duration"), align: "right" }]}
      rows={assessment.instruments.map(({ title, version, durationSeconds, versionId }) => [
        `${title} (${t("version", { version })})`,
        String(assessment.matrix.filter((cell) => cell.versionId === versionId).length),
        durationSeconds === null ? t("noLimit") : t("minutes", { count: Math.ceil(durationSeconds / 60) }),
      ])}
    />
  );
}

export function MatrixSummary({ assessment }: Props) {
  const { t } = useTranslation("planning");
  const measuredBy = (code: string) => assessment.instruments.filter(({ versionId }) => assessment.matrix.some((cell) => cell.versionId === versionId && cell.competency === code)).map(({ title }) => title);
  return (
    <ScrollTable
      caption={t("overview.matrix")}
      columns={[{ label: t("basics.competency") }, { label: t("overview.required"), align: "right" }, { label: t("overview.measured") }]}
      rows={assessment.competencies.map(({ code, name, required }) => [name, String(required), measuredBy(code).join(", ") || t("matrix.none")])}
    />
  );
}

export function SittingsSummary({ assessment }: Props) {
  const { t } = useTranslation("planning");
  const titles = new Map(assessment.instruments.map(({ versionId, title }) => [versionId, title]));
  return (
    <>
      <ScrollTable
        caption={t("overview.sittings")}
        columns={[{ label: t("overview.sitting") }, { label: t("overview.place") }, { label: t("overview.window") }, { label: t("overview.instruments") }, { label: t("column.candidates"), align: "right" }]}
        rows={assessment.sittings.map(({ id, title, place, windowStart, windowEnd, timeZone, safeExamBrowser, instrumentVersionIds }) => [
          safeExamBrowser ? `${title} (Safe Exam Browser)` : title,
          place ?? "–",
          windowText(t, windowStart, windowEnd, timeZone),
          instrumentVersionIds.map((versionId) => titles.get(versionId) ?? "").join(" → "),
          String(assessment.enrolments.filter(({ sittingIds }) => sittingIds.includes(id)).length),
        ])}
      />
      <BrowserFiles assessment={assessment} />
    </>
  );
}
