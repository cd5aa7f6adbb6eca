import { IconShieldLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";

/** What waits here for this person, on the home page. */
export default function AccountsHomeCard() {
  const { t } = useTranslation("administration");
  return (
    <NextCard
      icon={IconShieldLock}
      title={t("accounts.title")}
      text={t("accounts.purpose")}
      action={
        <ButtonLink to={paths.accounts} variant="light">
          {t("accounts.open")}
        </ButtonLink>
      }
    />
  );
}
