import type { AssessmentDetail, AssessmentList, BrowserExamKeysView, CandidateCheck, NewAssessmentBody, PlanningChoices, SignInCards, SignInCardsBody } from "@kompeten/shared/contracts/planning";
import type { EmployeePage } from "@kompeten/shared/contracts/personnel";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { apiGet, apiPost, apiPut } from "../../api/client.ts";
import { apiUpload } from "../../api/files.ts";

const listKey = ["assessments"] as const;
const detailKey = (id: string) => ["assessments", id] as const;

export const assessmentsQuery = queryOptions({
  queryKey: listKey,
  queryFn: ({ signal }) => apiGet<AssessmentList>("/api/assessments", { signal }),
});

/** Fetched on arrival and after each change, but never under the organiser's hands: a newer version begins every form anew. */
export const assessmentQuery = (id: string) =>
  queryOptions({
    queryKey: detailKey(id),
    queryFn: ({ signal }) => apiGet<AssessmentDetail>(`/api/assessments/${id}`, { signal }),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const choicesQuery = queryOptions({
  queryKey: ["planning-choices"],
  queryFn: ({ signal }) => apiGet<PlanningChoices>("/api/planning/choices", { signal }),
});

export const employeeSearchQuery = (search: string) =>
  queryOptions({
    queryKey: ["employees", "for-planning", search],
    queryFn: ({ signal }) => apiGet<EmployeePage>("/api/employees", { signal, query: { search: search || undefined, pageSize: 50 } }),
    placeholderData: keepPreviousData,
  });

export function useCreate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewAssessmentBody) => apiPost<AssessmentDetail>("/api/assessments", body),
    onSuccess: (created) => {
      client.setQueryData(detailKey(created.id), created);
      void client.invalidateQueries({ queryKey: listKey, exact: true });
    },
  });
}

/** Where a change is sent; the body is the contract's, without the version, which is added from what the page shows. */
type Change = { method: "put" | "post"; to: string; body: Record<string, unknown> };

/** Every change answers with the whole assessment, from which the page goes on. */
export function useChange(assessment: Pick<AssessmentDetail, "id" | "version">) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, to, body }: Change) => (method === "put" ? apiPut : apiPost)<AssessmentDetail>(`/api/assessments/${assessment.id}/${to}`, { version: assessment.version, ...body }),
    onSuccess: (changed) => {
      client.setQueryData(detailKey(assessment.id), changed);
      void client.invalidateQueries({ queryKey: listKey, exact: true });
    },
  });
}

const browserKeysPath = (id: string, sittingId: string) => `/api/assessments/${id}/sittings/${sittingId}/browser-exam-keys`;
const browserKeysKey = (id: string, sittingId: string) => [...detailKey(id), "browser-exam-keys", sittingId];

export const browserKeysQuery = (id: string, sittingId: string) =>
  queryOptions({
    queryKey: browserKeysKey(id, sittingId),
    queryFn: ({ signal }) => apiGet<BrowserExamKeysView>(browserKeysPath(id, sittingId), { signal }),
    refetchOnWindowFocus: false,
  });

/** Apart from the plan, which does not tell them, though changing them makes a new version of it. */
export function useBrowserKeys(assessment: Pick<AssessmentDetail, "id" | "version">, sittingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (keys: string[]) => apiPut<AssessmentDetail>(browserKeysPath(assessment.id, sittingId), { version: assessment.version, keys }),
    onSuccess: (changed, keys) => {
      client.setQueryData(detailKey(assessment.id), changed);
      client.setQueryData<BrowserExamKeysView>(browserKeysKey(assessment.id, sittingId), { keys });
    },
  });
}

export function useReload(id: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: detailKey(id) });
}

export function useCheckNips(id: string) {
  return useMutation({
    mutationFn: (listed: { nips: string[] } | { file: File }) =>
      "file" in listed ? apiUpload<CandidateCheck>(`/api/assessments/${id}/candidate-files`, listed.file) : apiPost<CandidateCheck>(`/api/assessments/${id}/candidate-checks`, listed),
  });
}

export function useIssueCards(id: string) {
  const reload = useReload(id);
  return useMutation({
    mutationFn: (body: SignInCardsBody) => apiPost<SignInCards>(`/api/assessments/${id}/sign-in-cards`, body),
    onSuccess: () => void reload(),
    // The passwords are shown once: they stay on the page that asked, and in no cache.
    gcTime: 0,
  });
}
