import type { ProfileView, ResultFilter, ResultList } from "@kompeten/shared/contracts/profiles";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { apiGet } from "../../api/client.ts";

export const resultsQuery = (filter: ResultFilter) =>
  queryOptions({
    queryKey: ["results", filter],
    queryFn: ({ signal }) => apiGet<ResultList>("/api/results", { signal, query: { ...filter } }),
    placeholderData: keepPreviousData,
  });

export const profileQuery = (resultId: string) =>
  queryOptions({
    queryKey: ["results", resultId],
    queryFn: ({ signal }) => apiGet<ProfileView>(`/api/results/${resultId}`, { signal }),
    // A result never changes.
    staleTime: 5 * 60_000,
  });
