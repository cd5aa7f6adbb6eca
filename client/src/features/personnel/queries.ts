import type { AccommodationList, NewAccommodation, EmployeeDetail, EmployeePage, ImportBatchView, PhotoCheck, PhotoCheckBody, UnitView } from "@kompeten/shared/contracts/personnel";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { apiDelete, apiGet, apiPost } from "../../api/client.ts";
import { apiUpload } from "../../api/files.ts";
import type { RegisterSearch } from "./addresses.ts";

export const pageSize = 50;

/** The server's names for what the address says. */
export function filtersOf({ cari, unit, jenis, status }: RegisterSearch) {
  return { search: cari, unitId: unit, positionType: jenis, employment: status };
}

export const employeesQuery = (search: RegisterSearch) => {
  const query = { ...filtersOf(search), sort: search.urut, page: search.hal, pageSize };
  return queryOptions({
    queryKey: ["personnel", "employees", query],
    queryFn: ({ signal }) => apiGet<EmployeePage>("/api/employees", { query, signal }),
    placeholderData: keepPreviousData,
  });
};

export const employeeQuery = (id: string) =>
  queryOptions({ queryKey: ["personnel", "employee", id], queryFn: ({ signal }) => apiGet<EmployeeDetail>(`/api/employees/${id}`, { signal }) });

export const accommodationsQuery = (employeeId: string) =>
  queryOptions({ queryKey: ["personnel", "accommodations", employeeId], queryFn: ({ signal }) => apiGet<AccommodationList>(`/api/employees/${employeeId}/accommodations`, { signal }) });

export function useGrantAccommodation(employeeId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewAccommodation) => apiPost(`/api/employees/${employeeId}/accommodations`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: accommodationsQuery(employeeId).queryKey }),
  });
}

export function useRevokeAccommodation(employeeId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => apiDelete(`/api/employees/${employeeId}/accommodations/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: accommodationsQuery(employeeId).queryKey }),
  });
}

export function useRemovePhoto(employeeId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => apiDelete(`/api/employees/${employeeId}/photo`),
    onSuccess: () => client.invalidateQueries({ queryKey: employeeQuery(employeeId).queryKey }),
  });
}

export const checkPhotos = (nips: string[]) => apiPost<PhotoCheck>("/api/employees/photo-checks", { nips } satisfies PhotoCheckBody);

export function useKeepPhoto() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ employeeId, file }: { employeeId: string; file: File }) => apiUpload<void>(`/api/employees/${employeeId}/photo`, file),
    onSuccess: (_, { employeeId }) => client.invalidateQueries({ queryKey: employeeQuery(employeeId).queryKey }),
  });
}

export const unitsQuery = queryOptions({ queryKey: ["personnel", "units"], queryFn: ({ signal }) => apiGet<UnitView[]>("/api/organisation-units", { signal }) });

export const batchQuery = (id: string) =>
  queryOptions({ queryKey: ["personnel", "import", id], queryFn: ({ signal }) => apiGet<ImportBatchView>(`/api/employees/imports/${id}`, { signal }) });

function useKeepBatch() {
  const client = useQueryClient();
  return (batch: ImportBatchView) => client.setQueryData(batchQuery(batch.id).queryKey, batch);
}

export function useCheckFile(kind: "pegawai" | "predikat") {
  const keep = useKeepBatch();
  return useMutation({
    mutationFn: (file: File) => apiUpload<ImportBatchView>(kind === "predikat" ? "/api/employees/performance-imports" : "/api/employees/imports", file),
    onSuccess: keep,
  });
}

export function useConfirmImport(id: string) {
  const client = useQueryClient();
  const keep = useKeepBatch();
  return useMutation({
    mutationFn: (skipRowsWithErrors: boolean) => apiPost<ImportBatchView>(`/api/employees/imports/${id}/confirmation`, { skipRowsWithErrors }),
    onSuccess: async (batch) => {
      keep(batch);
      await client.invalidateQueries({ queryKey: ["personnel", "employees"] });
      await client.invalidateQueries({ queryKey: ["personnel", "employee"] });
      await client.invalidateQueries({ queryKey: ["personnel", "units"] });
    },
  });
}

export function useDiscardImport(id: string) {
  return useMutation({ mutationFn: () => apiDelete(`/api/employees/imports/${id}`) });
}
