import type { RoomSitting } from "@kompeten/shared/contracts/supervision";
import { Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { formatTime } from "../../ui/format.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { newId } from "../../browser/new-id.ts";
import { useRoomDeed } from "./queries.ts";
import type { RecordView } from "./room-record.rules.ts";

type Props = { assessmentId: string; sittings: readonly RoomSitting[]; record: RecordView; mayRecord: boolean };

/** R3: of sittings in which candidates wait for the proctor, whether the room has been started, and the deed that does it. */
export function RoomStart({ assessmentId, sittings, record, mayRecord }: Props) {
  const waiting = sittings.filter(({ proctorStarts }) => proctorStarts);
  return waiting.map((sitting) => <OneRoom key={sitting.sittingId} assessmentId={assessmentId} sitting={sitting} startedMs={record.startedMs.get(sitting.sittingId)} mayRecord={mayRecord} />);
}

function OneRoom({ assessmentId, sitting, startedMs, mayRecord }: { assessmentId: string; sitting: RoomSitting; startedMs: number | undefined; mayRecord: boolean }) {
  const { t } = useTranslation("proctoring");
  const start = useRoomDeed(assessmentId);
  const [opId] = useState(newId);
  const { sittingId, title, timeZone, entryClosesMinutes } = sitting;
  const closes = (fromMs: number) => (entryClosesMinutes === null ? "" : t("room.closes", { at: formatTime(fromMs + entryClosesMinutes * 60_000, timeZone) }));
  return (
    <Group gap="sm" mb="sm">
      <StatusBadge tone={startedMs === undefined ? "caution" : "active"}>{t(startedMs === undefined ? "room.notStarted" : "room.started")}</StatusBadge>
      <Text size="sm">{startedMs === undefined ? t("room.waiting", { title }) : [t("room.startedAt", { title, at: formatTime(startedMs, timeZone) }), closes(startedMs)].filter(Boolean).join(" ")}</Text>
      {startedMs === undefined && mayRecord ? (
        <ConfirmButton size="xs" title={t("room.start")} consequence={t("room.startText")} confirmLabel={t("room.startNow")} onConfirm={() => start.mutate({ opId, sittingId, deed: { kind: "room-started" } })}>
          {t("room.start")}
        </ConfirmButton>
      ) : null}
      {start.error ? <ProblemNotice error={start.error} /> : null}
    </Group>
  );
}
