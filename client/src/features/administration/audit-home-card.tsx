import { IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";

/** What waits here for this person, on the home page. */
export default function AuditHomeCard() {
  const { t } = useTranslation("administration");
  return (
    <NextCard
      icon={IconHistory}
      title={t("audit.title")}
      text={t("audit.purpose")}
      action={
        <ButtonLink to={paths.audit} variant="light">
          {t("audit.open")}
        </ButtonLink>
      }
    />
  );
}
