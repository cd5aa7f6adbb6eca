import type { AuditPage, AuditVerification } from "@kompeten/shared/contracts/audit";
import type { AccountAttention, AccountCreated, AccountListQuery, AccountPage, GrantMembershipBody, IssuedPasswordView } from "@kompeten/shared/contracts/identity";
import type { FailedJobList } from "@kompeten/shared/contracts/jobs";
import type { Role } from "@kompeten/shared/contracts/permissions";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { apiDelete, apiGet, apiPost } from "../../api/client.ts";
import type { AccountsSearch, accountStates, AuditSearch } from "./addresses.ts";

export const pageSize = 50;
const accountsKey = ["administration", "accounts"];

/** The address speaks the reader's language, the interface ours. */
const states: Record<(typeof accountStates)[number], NonNullable<AccountListQuery["state"]>> = { berlaku: "valid", "segera-berakhir": "ending", berakhir: "ended", terkunci: "locked" };

export const accountsQuery = ({ cari, peran, keadaan, hal }: AccountsSearch) => {
  const query = { search: cari, role: peran, state: keadaan && states[keadaan], page: hal, pageSize };
  return queryOptions({
    queryKey: [...accountsKey, query],
    queryFn: ({ signal }) => apiGet<AccountPage>("/api/accounts", { query, signal }),
    placeholderData: keepPreviousData,
  });
};

export const attentionQuery = queryOptions({ queryKey: [...accountsKey, "attention"], queryFn: ({ signal }) => apiGet<AccountAttention>("/api/accounts/attention", { signal }) });

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: accountsKey });
}

/** What the form holds; an empty date means open-ended. */
export type NewAccountForm = { login: string; name: string; roles: Role[]; basis: string; validUntil: string; acceptOtherAgency: boolean };

export function useCreateAccount() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ validUntil, ...form }: NewAccountForm) => apiPost<AccountCreated>("/api/accounts", { ...form, validUntil: validUntil === "" ? null : validUntil }),
    onSuccess: refresh,
  });
}

export function useGrant(accountId: string) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (body: GrantMembershipBody) => apiPost(`/api/accounts/${accountId}/memberships`, body), onSuccess: refresh });
}

export function useEndMembership() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (membershipId: string) => apiDelete(`/api/memberships/${membershipId}`), onSuccess: refresh });
}

export function useResetPassword(accountId: string) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: () => apiPost<IssuedPasswordView>(`/api/accounts/${accountId}/password`), onSuccess: refresh });
}

/** Disables, or enables again. */
export function useDisabling(accountId: string) {
  const refresh = useRefresh();
  const path = `/api/accounts/${accountId}/disabling`;
  return useMutation({ mutationFn: (disabled: boolean) => (disabled ? apiPost(path) : apiDelete(path)), onSuccess: refresh });
}

export function auditFilters({ orang, bagian, subjek, dari, sampai }: AuditSearch) {
  return { person: orang, action: bagian === undefined ? undefined : `${bagian}.`, subjectId: subjek, from: dari, to: sampai };
}

export const auditQuery = (search: AuditSearch) => {
  const query = { ...auditFilters(search), page: search.hal, pageSize };
  return queryOptions({
    queryKey: ["administration", "audit", query],
    queryFn: ({ signal }) => apiGet<AuditPage>("/api/audit", { query, signal }),
    placeholderData: keepPreviousData,
  });
};

export function useVerification() {
  return useMutation({ mutationFn: () => apiGet<AuditVerification>("/api/audit/verification") });
}

const failedJobsKey = ["administration", "failed-jobs"];

export const failedJobsQuery = queryOptions({ queryKey: failedJobsKey, queryFn: ({ signal }) => apiGet<FailedJobList>("/api/failed-jobs", { signal }) });

export function useRetryJob() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (id: string) => apiPost(`/api/failed-jobs/${id}/retry`), onSuccess: () => client.invalidateQueries({ queryKey: ["administration"] }) });
}
