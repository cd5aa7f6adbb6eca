import { IconHistory } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { dayIn } from "../../ui/format.ts";
import { NextCard } from "../../ui/next-card.tsx";
import { auditQuery } from "./queries.ts";

/** What is new here, on the home page: the entries of today. */
export default function AuditHomeCard() {
  const { t } = useTranslation("administration");
  const { timeZone } = useSession().agency;
  // Of the day on which the card appeared.
  const [day] = useState(() => dayIn(Date.now(), timeZone));
  const today = { dari: day, sampai: day };
  const total = useQuery(auditQuery(today)).data?.total;
  return (
    <NextCard
      icon={IconHistory}
      title={t("audit.title")}
      text={total === undefined ? t("audit.purpose") : t(total === 0 ? "audit.noneToday" : "audit.today", { count: total })}
      {...(total ? { figure: t("audit.figure", { count: total }) } : {})}
      action={
        <>
          <ButtonLink to={paths.audit} variant="light" {...(total ? { search: today } : {})}>
            {t(total ? "audit.openToday" : "audit.open")}
          </ButtonLink>
          {total ? (
            <ButtonLink to={paths.audit} variant="subtle">
              {t("audit.openAll")}
            </ButtonLink>
          ) : null}
        </>
      }
    />
  );
}
