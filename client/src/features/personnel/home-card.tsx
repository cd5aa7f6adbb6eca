import { IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { NextCard } from "../../ui/next-card.tsx";
import { importPath } from "./addresses.ts";
import { employeesQuery } from "./queries.ts";

/** What waits here for this person, on the home page. */
export default function PersonnelHomeCard() {
  const { t } = useTranslation("personnel");
  const mayImport = sessionMay(useSession(), "employee.import");
  const total = useQuery(employeesQuery({})).data?.total;
  const empty = total === 0;
  return (
    <NextCard
      icon={IconUsers}
      title={t("title")}
      text={t(empty ? (mayImport ? "empty.text" : "empty.wait") : mayImport ? "homeCard.update" : "homeCard.read")}
      {...(total ? { figure: t("homeCard.figure", { count: total }) } : {})}
      action={
        <>
          {empty ? null : (
            <ButtonLink to={paths.personnel} variant="light">
              {t("homeCard.open")}
            </ButtonLink>
          )}
          {mayImport ? (
            <ButtonLink to={importPath} variant={empty ? "light" : "subtle"}>
              {t(empty ? "import.open" : "homeCard.import")}
            </ButtonLink>
          ) : null}
        </>
      }
    />
  );
}
