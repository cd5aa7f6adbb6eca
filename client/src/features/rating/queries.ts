import type { ActionSave, ActionSaves } from "@kompeten/shared/contracts/action-saves";
import type { CandidateForms } from "@kompeten/shared/contracts/forms";
import type { ConsensusBody, IntegrationBoard, IntegrationList, RatingAssignments, RatingDesk } from "@kompeten/shared/contracts/scoring";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { apiGet, apiPost, apiPut, type RequestOptions } from "../../api/client.ts";
import { readTextHistory } from "../../api/text-history.ts";

export const assignmentsQuery = queryOptions({
  queryKey: ["ratings"],
  queryFn: ({ signal }) => apiGet<RatingAssignments>("/api/ratings", { signal }),
});

export const deskQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ["ratings", attemptId],
    queryFn: ({ signal }) => apiGet<RatingDesk>(`/api/ratings/${attemptId}`, { signal }),
    // The sheet is kept by the page while it is open; fetching it again under the assessor's hands would only confuse.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** An attempt that is rated has ended, so it never changes. */
export const textHistoryQuery = (attemptId: string, questionId: string) =>
  queryOptions({
    queryKey: ["ratings", attemptId, "revisions", questionId],
    queryFn: ({ signal }) => readTextHistory(`/api/ratings/${attemptId}/answers/${questionId}/revisions`, { signal }),
    staleTime: Infinity,
  });

/** All pages of them; as unchanging. */
export const actionSavesQuery = (attemptId: string, actionId: string) =>
  queryOptions({
    queryKey: ["ratings", attemptId, "saves", actionId],
    queryFn: ({ signal }) => readSaves(`/api/ratings/${attemptId}/actions/${actionId}/saves`, { signal }),
    staleTime: Infinity,
  });

async function readSaves(path: string, options: RequestOptions): Promise<ActionSave[]> {
  const saves: ActionSave[] = [];
  for (let more = true; more; ) {
    const page = await apiGet<ActionSaves>(path, { ...options, query: { after: saves.at(-1)?.seq } });
    saves.push(...page.saves);
    more = page.more && page.saves.length > 0;
  }
  return saves;
}

export const formsQuery = (enrolmentId: string) =>
  queryOptions({
    queryKey: ["candidate-forms", enrolmentId],
    queryFn: ({ signal }) => apiGet<CandidateForms>(`/api/candidate-forms/${enrolmentId}`, { signal }),
  });

export const integrationsQuery = queryOptions({
  queryKey: ["integrations"],
  queryFn: ({ signal }) => apiGet<IntegrationList>("/api/integrations", { signal }),
});

export const boardQuery = (enrolmentId: string) =>
  queryOptions({
    queryKey: ["integrations", enrolmentId],
    queryFn: ({ signal }) => apiGet<IntegrationBoard>(`/api/integrations/${enrolmentId}`, { signal }),
  });

export function useDecide(enrolmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: ConsensusBody) => apiPut(`/api/integrations/${enrolmentId}/consensus`, decision),
    onSuccess: () => client.invalidateQueries({ queryKey: ["integrations"] }),
  });
}

export function useCloseIntegration(enrolmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => apiPost(`/api/integrations/${enrolmentId}/closing`, { confirmed: true }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["integrations"] }),
  });
}
