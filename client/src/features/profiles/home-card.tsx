import { IconReportAnalytics } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { dayIn } from "../../ui/format.ts";
import { NextCard } from "../../ui/next-card.tsx";
import { resultsQuery } from "./queries.ts";

const dayMs = 86_400_000;

/** What is new here and what runs out, on the home page. */
export default function ProfilesHomeCard() {
  const { t } = useTranslation("profiles");
  const { data } = useQuery(resultsQuery({}));
  const { timeZone } = useSession().agency;
  // As of when the card appeared.
  const [nowMs] = useState(() => Date.now());
  const [today, weekAgo, soon] = [0, -7, 90].map((days) => dayIn(nowMs + days * dayMs, timeZone)) as [string, string, string];
  const valid = data?.results.filter((row) => row.current) ?? [];
  const current = valid.length;
  const fresh = valid.filter((row) => row.validFrom > weekAgo && row.validFrom <= today).length;
  const ending = valid.filter((row) => row.validUntil >= today && row.validUntil <= soon).length;
  const news = [fresh > 0 ? t("homeCard.fresh", { count: fresh }) : t("homeCard.noneFresh"), ...(ending > 0 ? [t("homeCard.ending", { count: ending })] : [])].join(" ");
  return (
    <NextCard
      icon={IconReportAnalytics}
      title={t("title")}
      text={data ? (current === 0 ? t("empty.text") : news) : t("purpose")}
      {...(current > 0 ? { figure: t("homeCard.figure", { count: current }) } : {})}
      action={
        <ButtonLink to={paths.profiles} variant="light">
          {t("homeCard.open")}
        </ButtonLink>
      }
    />
  );
}
