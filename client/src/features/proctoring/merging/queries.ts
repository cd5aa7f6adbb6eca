import type { MergeBody, MergedView, SetAsideList, SetAsideView } from "@kompeten/shared/contracts/supervision";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { apiGet, apiPost } from "../../../api/client.ts";

export const setAsideListQuery = queryOptions({
  queryKey: ["proctoring", "set-aside"],
  queryFn: ({ signal }) => apiGet<SetAsideList>("/api/set-aside", { signal }),
});

/** Each reading is recorded. */
export const setAsideQuery = (attemptId: string) =>
  queryOptions({ queryKey: ["proctoring", "set-aside", attemptId], queryFn: ({ signal }) => apiGet<SetAsideView>(`/api/attempts/${attemptId}/set-aside`, { signal }), staleTime: Number.POSITIVE_INFINITY });

export function useMerge(attemptId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: MergeBody) => apiPost<MergedView>(`/api/attempts/${attemptId}/merges`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: setAsideListQuery.queryKey }),
  });
}
