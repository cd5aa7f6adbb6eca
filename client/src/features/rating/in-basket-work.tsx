import type { InBasketWork } from "@kompeten/shared/contracts/scoring";
import { Tabs } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import { BlockView } from "../../ui/block-view.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { IconInbox } from "@tabler/icons-react";
import { ScrollTable } from "../../ui/scroll-table.tsx";
import { asBlocks } from "./case-work.tsx";
import { formatStoryTime } from "../../ui/format.ts";
import classes from "./desk.module.css";
import { DeskAction } from "./desk-action.tsx";
import { DeskDocument } from "./desk-document.tsx";
import { ReplayTable } from "./replay-table.tsx";

/** What the candidate did, in their order and by document, with the world of the exercise at hand. */
export function InBasketWorkView({ attemptId, work }: { attemptId: string; work: InBasketWork }) {
  const { t } = useTranslation("rating");
  const nobody = <EmptyState icon={IconInbox} title={t("basket.noActions")} text={t("basket.noActionsText")} />;
  return (
    <Tabs defaultValue="actions" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="actions">{t("basket.actions", { count: work.actions.length })}</Tabs.Tab>
        <Tabs.Tab value="documents">{t("basket.documents", { count: work.documents.length })}</Tabs.Tab>
        <Tabs.Tab value="replay">{t("basket.replay")}</Tabs.Tab>
        <Tabs.Tab value="world">{t("basket.world")}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="actions">
        {work.actions.length === 0 ? nobody : null}
        <ol className={classes.actions}>
          {work.actions.map((action) => (
            <DeskAction key={action.actionId} action={action} work={work} withDocument />
          ))}
        </ol>
      </Tabs.Panel>
      <Tabs.Panel value="documents" pt="sm">
        {work.documents.map((document) => (
          <DeskDocument key={document.id} document={document} work={work} />
        ))}
      </Tabs.Panel>
      <Tabs.Panel value="replay" pt="sm">
        <ReplayTable attemptId={attemptId} work={work} />
      </Tabs.Panel>
      <Tabs.Panel value="world" pt="sm">
        <h2>
          {work.scenario.role} · {work.scenario.organisation}
        </h2>
        <BlockView blocks={asBlocks(work.scenario.briefing)} headingLevel={2} />
        <ScrollTable
          caption={t("basket.chart")}
          columns={[{ label: t("basket.name") }, { label: t("basket.position") }, { label: t("basket.reportsTo") }]}
          rows={work.organisationChart.map((person) => [person.name, person.position, work.organisationChart.find((other) => other.id === person.reportsTo)?.name ?? "–"])}
        />
        <ScrollTable
          caption={t("basket.calendar")}
          columns={[{ label: t("basket.when") }, { label: t("basket.what") }, { label: t("basket.where") }]}
          rows={work.calendar.map((entry) => [`${formatStoryTime(entry.start)} – ${formatStoryTime(entry.end)}`, entry.title, entry.place ?? "–"])}
        />
      </Tabs.Panel>
    </Tabs>
  );
}
