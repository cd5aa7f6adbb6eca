import { IconReportAnalytics } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

export function ProfilesPage() {
  const { t } = useTranslation("profiles");
  return (
    <>
      <PageHeader title={t("title")} purpose={t("purpose")} />
      <EmptyState icon={IconReportAnalytics} title={t("empty.title")} text={t("empty.text")} />
    </>
  );
}
