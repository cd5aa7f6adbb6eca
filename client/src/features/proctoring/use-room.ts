import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { supervisionQuery } from "./queries.ts";
import { RoomLine, socketPatienceMs } from "./room-line.ts";
import type { Supervision } from "./room-view.rules.ts";

export type RoomState = { view: Supervision | undefined; live: boolean; error: Error | null; retry: () => void };

/** P1: the room over the socket, and by a look every five seconds while the socket is sick. Give the component the room as its key. */
export function useRoom(assessmentId: string, sittingId: string | undefined): RoomState {
  const client = useQueryClient();
  const [way, setWay] = useState<"trying" | "live" | "polling">("trying");
  useEffect(() => {
    const room = { assessmentId, ...(sittingId === undefined ? {} : { sittingId }) };
    const { queryKey } = supervisionQuery(room);
    const patience = setTimeout(() => setWay((now) => (now === "trying" ? "polling" : now)), socketPatienceMs);
    const line = new RoomLine(room, {
      onView: (view) => void client.setQueryData(queryKey, view),
      onLive: (live) => setWay(live ? "live" : "polling"),
    });
    line.start();
    return () => {
      clearTimeout(patience);
      line.close();
    };
  }, [client, assessmentId, sittingId]);
  const query = useQuery({ ...supervisionQuery({ assessmentId, ...(sittingId === undefined ? {} : { sittingId }) }), enabled: way === "polling" });
  return { view: query.data, live: way === "live", error: way === "polling" ? query.error : null, retry: () => void query.refetch() };
}
