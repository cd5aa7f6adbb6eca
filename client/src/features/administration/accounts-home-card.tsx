import { IconShieldLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";
import { accountsQuery } from "./queries.ts";

/** What waits here for this person, on the home page. */
export default function AccountsHomeCard() {
  const { t } = useTranslation("administration");
  const total = useQuery(accountsQuery({ keadaan: "berlaku" })).data?.total;
  return (
    <NextCard
      icon={IconShieldLock}
      title={t("accounts.title")}
      text={t("accounts.purpose")}
      {...(total === undefined ? {} : { figure: t("accounts.figure", { count: total }) })}
      action={
        <ButtonLink to={paths.accounts} variant="light">
          {t("accounts.open")}
        </ButtonLink>
      }
    />
  );
}
