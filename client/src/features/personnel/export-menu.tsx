import type { FileFormat } from "@kompeten/shared/contracts/personnel";
import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconFileExport } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { apiDownload } from "../../api/files.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import type { RegisterSearch } from "./addresses.ts";
import { filtersOf } from "./queries.ts";

/** What the filters show, all pages of it, in the shape that the import takes back. */
export function ExportMenu({ search }: { search: RegisterSearch }) {
  const { t } = useTranslation("personnel");
  const download = useMutation({ mutationFn: (format: FileFormat) => apiDownload("/api/employees/export", `pegawai.${format}`, { query: { ...filtersOf(search), format } }) });
  return (
    <>
      {download.error ? <ProblemNotice error={download.error} /> : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" loading={download.isPending} leftSection={<IconFileExport size={18} stroke={1.7} />} rightSection={<IconChevronDown size={16} stroke={1.7} />}>
            {t("export.open")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => download.mutate("xlsx")}>{t("export.xlsx")}</Menu.Item>
          <Menu.Item onClick={() => download.mutate("csv")}>{t("export.csv")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
