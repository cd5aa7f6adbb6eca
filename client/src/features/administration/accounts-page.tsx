import type { AccountView } from "@kompeten/shared/contracts/identity";
import { roles } from "@kompeten/shared/contracts/permissions";
import { Badge, Button, Group, Select } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconShieldLock, IconUserPlus, IconZoomCancel } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { useGo } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDateTime, formatNip } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager, rangeOf } from "../../ui/pager.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { AccountPanel } from "./account-panel.tsx";
import { type AccountsSearch, accountStates, tidy } from "./addresses.ts";
import { NewAccountModal } from "./new-account-modal.tsx";
import { FailedJobs } from "./failed-jobs.tsx";
import { accountsQuery, pageSize } from "./queries.ts";
import { SearchInput } from "./search-input.tsx";

const route = getRouteApi(`/shell${paths.accounts}`);

export function AccountsPage() {
  const { t } = useTranslation(["administration", "common"]);
  const search = route.useSearch();
  const go = useGo();
  const [creating, modal] = useDisclosure(false);
  const accounts = useQuery(accountsQuery(search));
  const columns = useColumns();
  const show = (next: AccountsSearch) => void go(paths.accounts, { search: tidy(next), replace: true });
  const filter = (change: { [Key in keyof AccountsSearch]?: AccountsSearch[Key] | undefined }) => {
    const { hal: _first, akun: _closed, ...rest } = search;
    show({ ...rest, ...change } as AccountsSearch);
  };
  const clear = { clearable: true, clearButtonProps: { "aria-label": t("common:action.clear") }, size: "sm" };
  const { akun, ...unopened } = search;
  return (
    <>
      <PageHeader
        title={t("accounts.title")}
        purpose={t("accounts.purpose")}
        actions={
          <Button leftSection={<IconUserPlus size={18} stroke={1.7} />} onClick={modal.open}>
            {t("accounts.new.open")}
          </Button>
        }
      />
      <NewAccountModal opened={creating} onClose={modal.close} />
      {accounts.error ? <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} /> : null}
      {accounts.data === undefined ? (
        accounts.isPending ? <Loading lines={8} /> : null
      ) : (
        <>
          <DataTable
            caption={t("accounts.title")}
            columns={columns}
            rows={accounts.data.rows}
            rowKey={(row) => row.id}
            selectedKey={akun}
            onOpen={(row) => show({ ...search, akun: row.id })}
            withExport
            maxHeight="calc(100vh - 20rem)"
            toolbar={
              <>
                <SearchInput label={t("accounts.filter.search")} value={search.cari ?? ""} onSearch={(cari) => filter({ cari })} />
                <Select
                  {...clear}
                  w={230}
                  aria-label={t("accounts.filter.role")}
                  placeholder={t("accounts.filter.role")}
                  data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
                  value={search.peran ?? null}
                  onChange={(value) => filter({ peran: roles.find((role) => role === value) })}
                />
                <Select
                  {...clear}
                  w={190}
                  aria-label={t("accounts.filter.state")}
                  placeholder={t("accounts.filter.state")}
                  data={accountStates.map((value) => ({ value, label: t(`accounts.state.${value}`) }))}
                  value={search.keadaan ?? null}
                  onChange={(value) => filter({ keadaan: accountStates.find((state) => state === value) })}
                />
              </>
            }
            empty={<EmptyState icon={search.cari || search.peran || search.keadaan ? IconZoomCancel : IconShieldLock} title={t("accounts.empty.title")} text={t("accounts.empty.text")} />}
          />
          <Pager page={search.hal ?? 1} pageSize={pageSize} total={accounts.data.total} onPage={(hal) => show({ ...unopened, hal })} range={t("accounts.range", rangeOf({ ...accounts.data }))} />
        </>
      )}
      <FailedJobs />
      <AccountPanel account={accounts.data?.rows.find((row) => row.id === akun)} onClose={() => show(unopened)} />
    </>
  );
}

function useColumns(): Column<AccountView>[] {
  const { t } = useTranslation(["administration", "common"]);
  const { timeZone } = useSession().agency;
  const validRoles = (row: AccountView) => row.memberships.filter((membership) => membership.valid).map((membership) => t(`common:role.${membership.role}`));
  const state = (row: AccountView) => (row.disabledAt ? "disabled" : row.lockedUntil ? "locked" : validRoles(row).length === 0 ? "ended" : !row.hasPassword ? "noPassword" : row.mustChangePassword ? "oneTime" : "ready");
  const tones = { disabled: "bad", locked: "bad", ended: "neutral", noPassword: "caution", oneTime: "info", ready: "good" } as const;
  return [
    { id: "name", header: t("accounts.column.name"), cell: (row) => row.name, csv: (row) => row.name },
    { id: "login", header: t("accounts.column.login"), cell: (row) => formatNip(row.login), csv: (row) => row.login, width: 200 },
    {
      id: "roles",
      header: t("accounts.column.roles"),
      cell: (row) => (
        <Group gap={6}>
          {validRoles(row).map((role) => (
            <Badge key={role} color="gray" variant="light" miw="max-content">
              {role}
            </Badge>
          ))}
        </Group>
      ),
      csv: (row) => validRoles(row).join(", "),
    },
    { id: "state", header: t("accounts.column.state"), width: 190, cell: (row) => <StatusBadge tone={tones[state(row)]}>{t(`accounts.status.${state(row)}`)}</StatusBadge>, csv: (row) => t(`accounts.status.${state(row)}`) },
    { id: "last", header: t("accounts.column.last"), width: 220, cell: (row) => (row.lastSignInAt ? formatDateTime(row.lastSignInAt, timeZone) : "–"), csv: (row) => row.lastSignInAt },
  ];
}
