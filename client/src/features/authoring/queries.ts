import type { InstrumentDetail, InstrumentKeyView, InstrumentList } from "@kompeten/shared/contracts/authoring";
import type { ConfigurationList, ConfigurationView } from "@kompeten/shared/contracts/catalogue";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { apiGet, apiPost } from "../../api/client.ts";

export const instrumentsQuery = queryOptions({
  queryKey: ["instruments"],
  queryFn: ({ signal }) => apiGet<InstrumentList>("/api/instruments", { signal }),
});

export const instrumentQuery = (versionId: string) =>
  queryOptions({ queryKey: ["instruments", versionId], queryFn: ({ signal }) => apiGet<InstrumentDetail>(`/api/instruments/${versionId}`, { signal }) });

/** Asked for only when the author says so, and forgotten with the page: each reading is on the record. */
export const keyQuery = (versionId: string) =>
  queryOptions({
    queryKey: ["instruments", versionId, "key"],
    queryFn: ({ signal }) => apiGet<InstrumentKeyView>(`/api/instruments/${versionId}/key`, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });

/** Names of competencies by code, from the newest dictionary. */
export const competencyNamesQuery = queryOptions({
  queryKey: ["competency-names"],
  staleTime: 60 * 60_000,
  queryFn: async ({ signal }): Promise<Record<string, string>> => {
    const { configurations } = await apiGet<ConfigurationList>("/api/configurations", { signal, query: { kind: "competency-dictionary" } });
    const [newest] = configurations;
    if (!newest) return {};
    const { content } = await apiGet<ConfigurationView>(`/api/configurations/${newest.id}`, { signal });
    // The kind says what the content is: the server has checked it.
    const { competencies } = content as { competencies: { code: string; name: string }[] };
    return Object.fromEntries(competencies.map(({ code, name }) => [code, name]));
  },
});

export function usePublish(versionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => apiPost(`/api/instruments/${versionId}/publication`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["instruments"] }),
  });
}
