import { IconShieldLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

export function AccountsPage() {
  const { t } = useTranslation("administration");
  return (
    <>
      <PageHeader title={t("accounts.title")} purpose={t("accounts.purpose")} />
      <EmptyState icon={IconShieldLock} title={t("accounts.empty.title")} text={t("accounts.empty.text")} />
    </>
  );
}
