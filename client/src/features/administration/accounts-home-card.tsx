import { IconShieldLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { TextLink } from "../../app/text-link.tsx";
import { NextCard, NextList } from "../../ui/next-card.tsx";
import type { AccountsSearch } from "./addresses.ts";
import { attentionQuery } from "./queries.ts";

/** What waits here for this person, on the home page: what has failed, who cannot get in, whose role ends; the most urgent first. */
export default function AccountsHomeCard() {
  const { t } = useTranslation("administration");
  const { data } = useQuery(attentionQuery);
  const items = (["failedJobs", "locked", "ending"] as const).flatMap((kind) => (data && data[kind] > 0 ? [{ kind, count: data[kind] }] : []));
  const text = data === undefined ? t("accounts.purpose") : items.length > 0 ? t("attention.some") : t("attention.none");
  return (
    <NextCard
      icon={IconShieldLock}
      title={t("accounts.title")}
      text={text}
      {...(data ? { figure: t("accounts.figure", { count: data.valid }) } : {})}
      action={
        <ButtonLink to={paths.accounts} variant="light">
          {t("accounts.open")}
        </ButtonLink>
      }
    >
      {items.length > 0 ? (
        <NextList
          label={t("attention.list")}
          items={items.map(({ kind, count }) => ({
            key: kind,
            head: (
              <TextLink to={paths.accounts} search={{ ...searches[kind] }} fw={600}>
                {t(`attention.${kind}`, { count })}
              </TextLink>
            ),
            note: t(`attention.next.${kind}`),
          }))}
        />
      ) : null}
    </NextCard>
  );
}

/** Failed work is listed below the accounts. */
const searches: Record<"failedJobs" | "locked" | "ending", AccountsSearch> = { failedJobs: {}, locked: { keadaan: "terkunci" }, ending: { keadaan: "segera-berakhir" } };
