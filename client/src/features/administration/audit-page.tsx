import { IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

export function AuditPage() {
  const { t } = useTranslation("administration");
  return (
    <>
      <PageHeader title={t("audit.title")} purpose={t("audit.purpose")} />
      <EmptyState icon={IconHistory} title={t("audit.empty.title")} text={t("audit.empty.text")} />
    </>
  );
}
