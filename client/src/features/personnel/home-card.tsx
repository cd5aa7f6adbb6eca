import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";

/** What waits here for this person, on the home page. */
export default function PersonnelHomeCard() {
  const { t } = useTranslation("personnel");
  return (
    <NextCard
      icon={IconUsers}
      title={t("title")}
      text={t("purpose")}
      action={
        <ButtonLink to={paths.personnel} variant="light">
          {t("homeCard.open")}
        </ButtonLink>
      }
    />
  );
}
