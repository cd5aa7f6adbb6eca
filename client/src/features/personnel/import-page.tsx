import { Group, SegmentedControl } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink, useGo } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { importPath, type ImportSearch, kinds } from "./addresses.ts";
import { BackToRegister } from "./back-to-register.tsx";
import { ImportChecked } from "./import-checked.tsx";
import { ImportChoose } from "./import-choose.tsx";
import { ImportSteps } from "./import-steps.tsx";
import { batchQuery } from "./queries.ts";

const route = getRouteApi(`/shell${importPath}`);

/** Choose a file, look at what checking it found, confirm. The batch is in the address: a reload loses nothing. */
export function ImportPage() {
  const { t } = useTranslation("personnel");
  const { berkas, periksa } = route.useSearch();
  const go = useGo();
  const show = (search: ImportSearch) => void go(importPath, { search });
  const batch = useQuery({ ...batchQuery(periksa ?? ""), enabled: periksa !== undefined });
  const kind = berkas ?? "pegawai";
  const ofKind: ImportSearch = kind === "predikat" ? { berkas: kind } : {};
  const data = periksa === undefined ? undefined : batch.data;
  const step = periksa === undefined ? 0 : data?.state === "confirmed" ? 3 : 1;

  return (
    <>
      <PageHeader
        title={t("import.title")}
        purpose={t("import.purpose")}
        above={<BackToRegister />}
      />
      <ImportSteps current={step} />
      {periksa === undefined ? (
        <>
          <SegmentedControl
            mb="md"
            aria-label={t("import.kind.label")}
            data={kinds.map((value) => ({ value, label: t(`import.kind.${value}`) }))}
            value={kind}
            onChange={(value) => show(value === "predikat" ? { berkas: value } : {})}
          />
          {/* Another kind of file starts with nothing chosen. */}
          <ImportChoose key={kind} kind={kind} onChecked={(id) => show({ ...ofKind, periksa: id })} />
        </>
      ) : batch.error ? (
        <ProblemNotice error={batch.error} />
      ) : data === undefined ? (
        <Loading lines={6} />
      ) : data.state === "checked" ? (
        <ImportChecked batch={data} onAnother={() => show(ofKind)} />
      ) : (
        <EmptyState
          icon={IconCircleCheck}
          title={t(data.state === "confirmed" ? "import.done.title" : "import.discarded")}
          {...(data.state === "confirmed" ? { text: t("import.done.text", { new: data.counts.new, changed: data.counts.changed, skipped: data.counts.rowsWithErrors }) } : {})}
          action={
            <Group gap="sm">
              <ButtonLink to={paths.personnel}>{t("homeCard.open")}</ButtonLink>
              <ButtonLink to={importPath} search={ofKind} variant="default">
                {t("import.another")}
              </ButtonLink>
            </Group>
          }
        />
      )}
    </>
  );
}
