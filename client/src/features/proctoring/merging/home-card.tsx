import { IconPackage } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../../words/use-translation.ts";
import { ButtonLink } from "../../../app/link.tsx";
import { paths } from "../../../app/paths.ts";
import { NextCard } from "../../../ui/next-card.tsx";
import { setAsideListQuery } from "./queries.ts";

/** What waits here for the lead, on the home page: attempts with something set aside that may still come to count. */
export default function SetAsideHomeCard() {
  const { t } = useTranslation("merging");
  const { data } = useQuery(setAsideListQuery);
  const waiting = data?.attempts.filter(({ over, setAside, merged }) => !over && setAside > merged).length ?? 0;
  return (
    <NextCard
      icon={IconPackage}
      title={t("title")}
      text={data ? (waiting > 0 ? t("homeCard.waiting", { count: waiting }) : t("homeCard.nothing")) : t("purpose")}
      {...(waiting > 0 ? { figure: t("homeCard.figure", { count: waiting }) } : {})}
      action={
        <ButtonLink to={paths.setAside} variant={waiting > 0 ? "light" : "subtle"}>
          {t("homeCard.open")}
        </ButtonLink>
      }
    />
  );
}
