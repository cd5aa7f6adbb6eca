import type { CycleList, NewCycleBody, NineBoxView, PlacementBody, PoolView, StandingDetail } from "@kompeten/shared/contracts/talent";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { apiGet, apiPost } from "../../api/client.ts";

export const cyclesQuery = queryOptions({
  queryKey: ["talent"],
  queryFn: ({ signal }) => apiGet<CycleList>("/api/talent-cycles", { signal }),
});

export const nineBoxQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ["talent", cycleId, "nine-box"],
    queryFn: ({ signal }) => apiGet<NineBoxView>(`/api/talent-cycles/${cycleId}/nine-box`, { signal }),
  });

export const standingQuery = (cycleId: string, employeeId: string) =>
  queryOptions({
    queryKey: ["talent", cycleId, "standing", employeeId],
    queryFn: ({ signal }) => apiGet<StandingDetail>(`/api/talent-cycles/${cycleId}/standings/${employeeId}`, { signal }),
  });

export const poolQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ["talent", cycleId, "pool"],
    queryFn: ({ signal }) => apiGet<PoolView>(`/api/talent-cycles/${cycleId}/pool`, { signal }),
  });

export function useCreateCycle() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewCycleBody) => apiPost<{ id: string }>("/api/talent-cycles", body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["talent"] }),
  });
}

export function useRecompute(cycleId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => apiPost<{ revision: number }>(`/api/talent-cycles/${cycleId}/recomputation`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["talent"] }),
  });
}

export function useConfirmPlacement(cycleId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PlacementBody) => apiPost<{ revision: number }>(`/api/talent-cycles/${cycleId}/placements`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["talent"] }),
  });
}
