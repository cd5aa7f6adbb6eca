import { IconCalendarEvent } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

export function PlanningPage() {
  const { t } = useTranslation("planning");
  return (
    <>
      <PageHeader title={t("title")} purpose={t("purpose")} />
      <EmptyState icon={IconCalendarEvent} title={t("empty.title")} text={t("empty.text")} />
    </>
  );
}
