import { IconHistory } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";
import { auditQuery } from "./queries.ts";

/** What waits here for this person, on the home page. */
export default function AuditHomeCard() {
  const { t } = useTranslation("administration");
  const total = useQuery(auditQuery({})).data?.total;
  return (
    <NextCard
      icon={IconHistory}
      title={t("audit.title")}
      text={t("audit.purpose")}
      {...(total === undefined ? {} : { figure: t("audit.figure", { count: total }) })}
      action={
        <ButtonLink to={paths.audit} variant="light">
          {t("audit.open")}
        </ButtonLink>
      }
    />
  );
}
