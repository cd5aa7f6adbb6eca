import { IconNotebook } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";
import { instrumentsQuery } from "./queries.ts";

/** Drafts that wait for the author, on the home page. */
export default function AuthoringHomeCard() {
  const { t } = useTranslation("authoring");
  const { data } = useQuery(instrumentsQuery);
  const drafts = data?.instruments.filter((instrument) => instrument.state === "draft").length;
  return (
    <NextCard
      icon={IconNotebook}
      title={t("title")}
      text={drafts === undefined ? t("purpose") : drafts > 0 ? t("homeCard.drafts", { count: drafts }) : t("homeCard.none")}
      {...(drafts ? { figure: t("homeCard.figure", { count: drafts }) } : {})}
      action={
        <ButtonLink to={paths.authoring} variant="light">
          {t("homeCard.open")}
        </ButtonLink>
      }
    />
  );
}
