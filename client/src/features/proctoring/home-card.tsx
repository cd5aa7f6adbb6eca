import { IconEye } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";

/** What waits here for this person, on the home page. */
export default function ProctoringHomeCard() {
  const { t } = useTranslation("proctoring");
  return (
    <NextCard
      icon={IconEye}
      title={t("title")}
      text={t("purpose")}
      action={
        <ButtonLink to={paths.proctoring} variant="light">
          {t("homeCard.open")}
        </ButtonLink>
      }
    />
  );
}
