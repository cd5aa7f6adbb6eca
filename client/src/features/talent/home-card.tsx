import { IconLayoutGrid } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";
import { cyclePath } from "./addresses.ts";
import { cyclesQuery } from "./queries.ts";

/** What waits here for this person, on the home page: who confirms placements is told how many wait, who only reads how many there are. */
export default function TalentHomeCard() {
  const { t } = useTranslation("talent");
  const { data } = useQuery(cyclesQuery);
  const confirms = sessionMay(useSession(), "talent.confirm");
  const newest = data?.cycles[0];
  const open = newest && confirms ? newest.people - newest.incomplete - newest.confirmed : 0;
  const text = newest ? (confirms ? (open > 0 ? t("homeCard.toConfirm", { count: open, title: newest.title }) : t("homeCard.allConfirmed", { title: newest.title })) : t("homeCard.confirmed", { count: newest.confirmed, title: newest.title })) : t(confirms ? "empty.text" : "empty.readText");
  return (
    <NextCard
      icon={IconLayoutGrid}
      title={t("title")}
      text={data ? text : t("purpose")}
      {...(open > 0 ? { figure: t("homeCard.figure", { count: open }) } : {})}
      action={
        <ButtonLink to={newest ? cyclePath(newest.id) : paths.talent} variant="light">
          {t(newest ? "homeCard.openCycle" : "homeCard.open")}
        </ButtonLink>
      }
    />
  );
}
