import { IconReportAnalytics } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";
import { resultsQuery } from "./queries.ts";

/** What waits here for this person, on the home page. */
export default function ProfilesHomeCard() {
  const { t } = useTranslation("profiles");
  const { data } = useQuery(resultsQuery({}));
  const current = data?.results.filter((row) => row.current).length ?? 0;
  return (
    <NextCard
      icon={IconReportAnalytics}
      title={t("title")}
      text={data && current === 0 ? t("empty.text") : t("purpose")}
      {...(current > 0 ? { figure: t("homeCard.figure", { count: current }) } : {})}
      action={
        <ButtonLink to={paths.profiles} variant="light">
          {t("homeCard.open")}
        </ButtonLink>
      }
    />
  );
}
