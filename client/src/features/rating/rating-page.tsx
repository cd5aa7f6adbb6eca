import { Tabs } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { useGo } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { integrationSearch } from "./addresses.ts";
import { AssignmentsTable } from "./assignments-table.tsx";
import { IntegrationTable } from "./integration-table.tsx";

/** An assessor's own assignments; a lead has the meetings they lead beside them. */
export function RatingPage() {
  const { t } = useTranslation("rating");
  const session = useSession();
  const go = useGo();
  const search = useSearch({ strict: false }) as { tab?: string };
  const leads = sessionMay(session, "rating.integrate");
  if (!leads) {
    return (
      <>
        <PageHeader title={t("title")} purpose={t("purpose")} />
        <AssignmentsTable />
      </>
    );
  }
  const tab = search.tab === integrationSearch.tab ? "integrasi" : "penugasan";
  return (
    <>
      <PageHeader title={t("title")} purpose={t(tab === "integrasi" ? "integration.purpose" : "purpose")} />
      <Tabs value={tab} onChange={(next) => void go(paths.rating, { search: next === "integrasi" ? integrationSearch : {}, replace: true })} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="penugasan">{t("tab.own")}</Tabs.Tab>
          <Tabs.Tab value="integrasi">{t("tab.integration")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="penugasan">
          <AssignmentsTable />
        </Tabs.Panel>
        <Tabs.Panel value="integrasi">
          <IntegrationTable />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
