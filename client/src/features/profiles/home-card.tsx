import { IconReportAnalytics } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";

/** What waits here for this person, on the home page. */
export default function ProfilesHomeCard() {
  const { t } = useTranslation("profiles");
  return (
    <NextCard
      icon={IconReportAnalytics}
      title={t("title")}
      text={t("purpose")}
      action={
        <ButtonLink to={paths.profiles} variant="light">
          {t("homeCard.open")}
        </ButtonLink>
      }
    />
  );
}
