import type { ProfileView } from "@kompeten/shared/contracts/profiles";
import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { Dl } from "../../ui/dl.tsx";
import { formatDate, formatName, formatNip } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Radar } from "../../ui/radar.tsx";
import { History } from "./history.tsx";
import { JpmCard } from "./jpm-card.tsx";
import { LevelTable } from "./level-table.tsx";
import classes from "./profile.module.css";
import { profileQuery } from "./queries.ts";

export function ProfilePage() {
  const { t } = useTranslation("profiles");
  const { resultId } = useParams({ strict: false }) as { resultId: string };
  const { data, error, refetch } = useQuery(profileQuery(resultId));
  if (error) {
    return (
      <>
        <PageHeader title={t("title")} above={<TextLink to={paths.profiles}>{t("profile.back")}</TextLink>} />
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!data) return <Loading lines={8} />;
  return <Profile profile={data} />;
}

function Profile({ profile }: { profile: ProfileView }) {
  const { t } = useTranslation("profiles");
  const { t: common } = useTranslation();
  const { agency } = useSession();
  const { result, employee } = profile;
  const met = profile.levels.filter((level) => level.gap >= 0).length;
  return (
    <>
      <p className={classes.confidential}>
        <strong>{t("profile.confidential")}</strong> · {agency.name} · {t("profile.reportOf", { number: result.assessmentNumber })}
      </p>
      <PageHeader
        title={formatName(result)}
        purpose={`${formatNip(result.nip)} · ${result.positionTitle}${result.unitName ? `, ${result.unitName}` : ""}`}
        above={
          <span className={classes.screen}>
            <TextLink to={paths.profiles}>{t("profile.back")}</TextLink>
          </span>
        }
        actions={
          <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.7} />} onClick={() => window.print()}>
            {common("action.print")}
          </Button>
        }
      />
      <div className={classes.top}>
        <div className={classes.stack}>
          <JpmCard profile={profile} />
          <section className={classes.card} aria-label={t("profile.facts")}>
            <h2>{t("profile.facts")}</h2>
            <Dl
                          items={[
                { term: t("profile.assessment"), value: `${result.assessmentNumber} · ${result.assessmentTitle}` },
                { term: t("profile.purpose"), value: t(`purposes.${result.purpose}`) },
                { term: t("profile.target"), value: result.standardTitle },
                { term: t("profile.valid"), value: t("profile.validRange", { from: formatDate(result.validFrom), until: formatDate(result.validUntil) }) },
                { term: t("profile.grade"), value: employee.grade },
                { term: t("profile.birthDate"), value: formatDate(employee.birthDate) },
              ]}
            />
          </section>
        </div>
        <div className={classes.radar}>
          <Radar title={t("profile.finding", { met, all: profile.levels.length })} axes={profile.levels.map((level) => ({ label: level.name, required: level.required, achieved: level.achieved }))} />
        </div>
      </div>
      <div className={classes.middle}>
        <LevelTable profile={profile} />
      </div>
      <History profile={profile} />
      <p className={classes.basis}>
        {t("profile.basis", { standard: `${profile.versions.standard.title} v${profile.versions.standard.version}`, categories: `${profile.versions.categories.title} v${profile.versions.categories.version}`, dictionary: `${profile.versions.dictionary.title} v${profile.versions.dictionary.version}`, legal: [...new Set([profile.versions.standard.legalBasis, profile.versions.categories.legalBasis])].join("; ") })}
      </p>
    </>
  );
}
