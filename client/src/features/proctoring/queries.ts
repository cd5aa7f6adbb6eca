import type { ExtensionBody, ExtensionView, SupervisionView } from "@kompeten/shared/contracts/supervision";
import type { EmergencyReport } from "@kompeten/shared/contracts/emergency";
import type { AssessmentList } from "@kompeten/shared/contracts/planning";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { apiGet, apiPost } from "../../api/client.ts";

export const assessmentsQuery = queryOptions({
  queryKey: ["assessments"],
  queryFn: ({ signal }) => apiGet<AssessmentList>("/api/assessments", { signal }),
});

/** With the moment of arrival, so that time left goes on by the server's clock between two looks (T2). */
export type Supervision = SupervisionView & { receivedMs: number };

const supervisionKey = (assessmentId: string) => ["proctoring", assessmentId] as const;
export const supervisionQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: supervisionKey(assessmentId),
    queryFn: async ({ signal }): Promise<Supervision> => {
      const view = await apiGet<SupervisionView>(`/api/assessments/${assessmentId}/attempts`, { signal });
      return { ...view, receivedMs: performance.now() };
    },
    staleTime: 0,
    refetchInterval: 5000,
  });

export const serverNowOf = (view: Supervision): number => view.serverNowMs + performance.now() - view.receivedMs;

export function useExtend(assessmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ attemptId, body }: { attemptId: string; body: ExtensionBody }) => apiPost<ExtensionView>(`/api/attempts/${attemptId}/extensions`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: supervisionKey(assessmentId) }),
  });
}

export function useEmergencyUpload(assessmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ attemptId, file }: { attemptId: string; file: unknown }) => apiPost<EmergencyReport>(`/api/attempts/${attemptId}/emergency-files`, file),
    onSuccess: () => client.invalidateQueries({ queryKey: supervisionKey(assessmentId) }),
  });
}
