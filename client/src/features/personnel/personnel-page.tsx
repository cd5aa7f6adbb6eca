import type { EmployeeRow } from "@kompeten/shared/contracts/personnel";
import { IconPhotoUp, IconTableImport, IconUsers, IconZoomCancel } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ButtonLink, useGo } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatName, formatNip } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager, rangeOf } from "../../ui/pager.tsx";
import { importPath, photosPath, type RegisterSearch } from "./addresses.ts";
import { EmployeePanel } from "./employee-panel.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { employeesQuery, pageSize } from "./queries.ts";
import { RegisterFilters } from "./register-filters.tsx";
import { useWords } from "./words.ts";

const route = getRouteApi(`/shell${paths.personnel}`);

export function PersonnelPage() {
  const { t } = useTranslation("personnel");
  const search = route.useSearch();
  const go = useGo();
  const mayImport = sessionMay(useSession(), "employee.import");
  const employees = useQuery(employeesQuery(search));
  const columns = useColumns();
  const show = (next: RegisterSearch) => void go(paths.personnel, { search: next, replace: true });
  const { cari, unit, jenis, status } = search;
  const filtered = cari !== undefined || unit !== undefined || jenis !== undefined || status !== undefined;
  const importLink = (
    <ButtonLink to={importPath} leftSection={<IconTableImport size={18} stroke={1.7} />}>
      {t("import.open")}
    </ButtonLink>
  );

  return (
    <>
      <PageHeader
        title={t("title")}
        purpose={t("purpose")}
        actions={
          <>
            <ExportMenu search={search} />
            {mayImport ? (
              <ButtonLink to={photosPath} variant="default" leftSection={<IconPhotoUp size={18} stroke={1.7} />}>
                {t("photos.open")}
              </ButtonLink>
            ) : null}
            {mayImport ? importLink : null}
          </>
        }
      />
      {employees.error ? <ProblemNotice error={employees.error} onRetry={() => void employees.refetch()} /> : null}
      {employees.data === undefined ? (
        employees.isPending ? <Loading lines={8} /> : null
      ) : employees.data.total === 0 && !filtered ? (
        <EmptyState icon={IconUsers} title={t("empty.title")} text={t(mayImport ? "empty.text" : "empty.wait")} {...(mayImport ? { action: importLink } : {})} />
      ) : (
        <>
          <DataTable
            caption={t("title")}
            columns={columns}
            rows={employees.data.rows}
            rowKey={(row) => row.id}
            selectedKey={search.pegawai}
            onOpen={(row) => show({ ...search, pegawai: row.id })}
            toolbar={<RegisterFilters search={search} onChange={show} />}
            empty={<EmptyState icon={IconZoomCancel} title={t("nothing.title")} text={t("nothing.text")} />}
            maxHeight="calc(100vh - 20rem)"
          />
          <Pager page={search.hal ?? 1} pageSize={pageSize} total={employees.data.total} onPage={(hal) => show({ ...search, hal })} range={t("range", rangeOf({ ...employees.data }))} />
        </>
      )}
      <EmployeePanel
        id={search.pegawai}
        onClose={() => {
          const { pegawai: _closed, ...rest } = search;
          show(rest);
        }}
      />
    </>
  );
}

function useColumns(): Column<EmployeeRow>[] {
  const { t } = useTranslation("personnel");
  const words = useWords();
  return [
    { id: "name", header: t("column.name"), cell: (row) => formatName(row) },
    { id: "nip", header: t("column.nip"), cell: (row) => <span style={{ whiteSpace: "nowrap" }}>{formatNip(row.nip)}</span>, width: 196 },
    { id: "grade", header: t("column.grade"), cell: (row) => row.grade, width: 72 },
    { id: "position", header: t("column.position"), cell: (row) => row.positionTitle },
    { id: "type", header: t("column.positionType"), cell: (row) => words.positionType(row.positionType), width: 128 },
    { id: "unit", header: t("column.unit"), cell: (row) => row.unitName ?? "–" },
  ];
}
