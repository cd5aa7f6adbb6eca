import { IconClipboardCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";

/** What waits here for this person, on the home page. */
export default function RatingHomeCard() {
  const { t } = useTranslation("rating");
  return (
    <NextCard
      icon={IconClipboardCheck}
      title={t("title")}
      text={t("purpose")}
      action={
        <ButtonLink to={paths.rating} variant="light">
          {t("homeCard.open")}
        </ButtonLink>
      }
    />
  );
}
