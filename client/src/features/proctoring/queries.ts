import type { DeviceChecksView } from "@kompeten/shared/contracts/device-check";
import type { IdentityView, RoomDeedBody, RoomDeedView } from "@kompeten/shared/contracts/room-record";
import type { SittingTokenCards, SittingTokens, SittingTokensBody } from "@kompeten/shared/contracts/sitting-tokens";
import type { SupervisedSittings, SupervisionView, WatchMessage } from "@kompeten/shared/contracts/supervision";
import type { EndingsBody, FreedDeviceBody, OutageBody, OutageView, TimeChangeResult, TimeChangesBody, TimeChangesView } from "@kompeten/shared/contracts/time-changes";
import type { EmergencyReport } from "@kompeten/shared/contracts/emergency";
import type { AssessmentList } from "@kompeten/shared/contracts/planning";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { apiGet, apiPost } from "../../api/client.ts";
import { inParts } from "./in-parts.ts";
import type { Supervision } from "./room-view.rules.ts";

export const assessmentsQuery = queryOptions({
  queryKey: ["assessments"],
  queryFn: ({ signal }) => apiGet<AssessmentList>("/api/assessments", { signal }),
});

export const sittingsQuery = queryOptions({
  queryKey: ["proctoring", "sittings"],
  queryFn: ({ signal }) => apiGet<SupervisedSittings>("/api/supervised-sittings", { signal }),
  staleTime: 0,
  refetchInterval: 30_000,
});

const supervisionKey = (assessmentId: string) => ["proctoring", assessmentId] as const;
/** The way without a socket: the whole room, now and then. */
export const supervisionQuery = ({ assessmentId, sittingId }: WatchMessage) =>
  queryOptions({
    queryKey: [...supervisionKey(assessmentId), "room", sittingId ?? ""],
    queryFn: async ({ signal }): Promise<Supervision> => {
      const view = await apiGet<SupervisionView>(`/api/assessments/${assessmentId}/attempts`, { signal, ...(sittingId === undefined ? {} : { query: { sittingId } }) });
      return { ...view, receivedMs: performance.now() };
    },
    staleTime: 0,
    refetchInterval: 5000,
  });

export type InterventionKind = "extend" | "extend-window" | "pause" | "resume" | "free-device" | "end";
type Act = { kind: InterventionKind; opId: string; attemptIds: string[]; amount: number; reason: string };

/** One result per attempt. A device is freed one by one, because each is somebody standing at a desk. */
export function useIntervention(assessmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ kind, opId, attemptIds, amount, reason }: Act): Promise<TimeChangeResult[]> => {
      if (kind === "free-device") {
        for (const attemptId of attemptIds) await apiPost(`/api/attempts/${attemptId}/freed-device`, { opId, reason } satisfies FreedDeviceBody);
        return attemptIds.map((attemptId) => ({ attemptId, ok: true, deadlineMs: null }));
      }
      if (kind === "end") return inParts(attemptIds, (part) => apiPost<TimeChangesView>(`/api/assessments/${assessmentId}/endings`, { opId, attemptIds: part, reason } satisfies EndingsBody));
      const change = kind === "extend" ? { kind, minutes: amount } : kind === "extend-window" ? { kind, days: amount } : { kind };
      return inParts(attemptIds, (part) => apiPost<TimeChangesView>(`/api/assessments/${assessmentId}/time-changes`, { opId, attemptIds: part, change, reason } satisfies TimeChangesBody));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: supervisionKey(assessmentId) }),
  });
}

export const outageQuery = (assessmentId: string, { fromMs, toMs }: { fromMs: number; toMs: number }) =>
  queryOptions({
    queryKey: ["proctoring", assessmentId, "outage", fromMs, toMs],
    queryFn: ({ signal }) => apiGet<OutageView>(`/api/assessments/${assessmentId}/outage`, { signal, query: { fromMs, toMs } }),
    staleTime: 0,
  });

export function useCompensation(assessmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OutageBody) => inParts(body.attemptIds, (attemptIds) => apiPost<TimeChangesView>(`/api/assessments/${assessmentId}/outage-compensations`, { ...body, attemptIds })),
    onSuccess: () => client.invalidateQueries({ queryKey: supervisionKey(assessmentId) }),
  });
}

/** Each reading is recorded: asked for once, and not kept when the dialog is closed. */
export const identityQuery = (enrolmentId: string) =>
  queryOptions({ queryKey: ["proctoring", "identity", enrolmentId], queryFn: ({ signal }) => apiGet<IdentityView>(`/api/enrolments/${enrolmentId}/identity`, { signal }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 });

/** B3: looked at before the day, so asked anew whenever it is opened. */
export const deviceChecksQuery = ({ assessmentId, sittingId }: WatchMessage) =>
  queryOptions({
    queryKey: ["proctoring", assessmentId, "device-checks", sittingId ?? ""],
    queryFn: ({ signal }) => apiGet<DeviceChecksView>(`/api/assessments/${assessmentId}/device-checks`, { signal, ...(sittingId === undefined ? {} : { query: { sittingId } }) }),
    staleTime: 0,
  });

/** R6 */
export const sittingTokensQuery = (sittingId: string) => queryOptions({ queryKey: ["proctoring", "tokens", sittingId], queryFn: ({ signal }) => apiGet<SittingTokens>(`/api/sittings/${sittingId}/tokens`, { signal }), staleTime: 0 });

export function useMakeTokens(sittingId: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (body: SittingTokensBody) => apiPost<SittingTokenCards>(`/api/sittings/${sittingId}/tokens`, body), gcTime: 0, onSuccess: () => client.invalidateQueries({ queryKey: sittingTokensQuery(sittingId).queryKey }) });
}

export function useRevokeTokens(sittingId: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (enrolmentIds: string[]) => apiPost(`/api/sittings/${sittingId}/token-revocations`, { enrolmentIds }), onSuccess: () => client.invalidateQueries({ queryKey: sittingTokensQuery(sittingId).queryKey }) });
}

/** R1: a deed of the proctor in this room. */
export function useRoomDeed(assessmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RoomDeedBody) => apiPost<RoomDeedView>(`/api/assessments/${assessmentId}/room-record`, body),
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
