import type { RoomSitting, SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { Button, Group, Stack } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import { Dl } from "../../ui/dl.tsx";
import { formatTime } from "../../ui/format.ts";
import { SidePanel } from "../../ui/side-panel.tsx";
import { connection, isHeld, rowState } from "./attempt-row.rules.ts";
import type { IntendedDeed } from "./deed-dialog.tsx";
import { CandidateRecord, Heading } from "./record-list.tsx";
import { marksOf, type RecordView } from "./room-record.rules.ts";
import type { Intended } from "./intervention.tsx";
import type { InterventionKind } from "./queries.ts";

type Props = { sittings: readonly RoomSitting[]; onCheck: (attempt: SupervisedAttempt) => void; record: RecordView; onDeed: (intended: IntendedDeed) => void; mayRecord: boolean; attempt: SupervisedAttempt | undefined; mayAct: boolean; timeZone: string; onAct: (intended: Intended) => void; onClose: () => void };

/** One attempt, and what can be done to it now. */
export function AttemptPanel({ sittings, record, onCheck, onDeed, mayRecord, attempt, mayAct, timeZone, onAct, onClose }: Props) {
  const { t } = useTranslation("proctoring");
  const at = (ms: number | null) => (ms === null ? "–" : formatTime(ms, timeZone));
  return (
    <SidePanel opened={attempt !== undefined} onClose={onClose} size="md" title={attempt?.candidate.name ?? ""} subtitle={attempt?.instrument.title}>
      {attempt ? (
        <>
          {mayAct ? (
            <Group gap="xs" mb="md">
              {actsOn(attempt).map((kind) => (
                <Button key={kind} {...(kind === "end" ? { variant: "outline", color: "red", ml: "auto" } : { variant: "default" })} onClick={() => onAct({ kind, attempts: [attempt] })}>
                  {t(`act.${kind}.open`)}
                </Button>
              ))}
            </Group>
          ) : null}
          {mayRecord ? (
            <Group gap="xs" mb="md">
              {deedsOn(attempt, record, sittings).map((kind) => (
                <Button key={kind} variant="default" onClick={() => onDeed({ kind, to: [attempt] })}>
                  {t(`deed.${kind}.open`)}
                </Button>
              ))}
              <Button variant="default" onClick={() => onCheck(attempt)}>
                {t("identity.open")}
              </Button>
            </Group>
          ) : null}
          <Dl
            items={[
              { term: t("column.state"), value: t(`state.${rowState(attempt)}`) },
              { term: t("column.progress"), value: `${attempt.answered} / ${attempt.total}` },
              { term: t("column.connected"), value: t(`connection.${connection(attempt)}`) },
              { term: t("panel.lineSince"), value: at(attempt.lineSinceMs) },
              { term: t("panel.roundTrip"), value: attempt.roundTripMs === null ? null : t("roundTrip", { count: attempt.roundTripMs }) },
              { term: t("panel.unsaved"), value: attempt.unsaved },
              { term: t("panel.away"), value: attempt.awaySinceMs === null ? t("panel.awayTimes", { count: attempt.awayCount }) : t("sign.awayNow", { at: at(attempt.awaySinceMs) }) },
              { term: t("panel.setAside"), value: attempt.setAside },
              ...(attempt.late + attempt.lateCounted > 0 ? [{ term: t("panel.late"), value: t("panel.lateOf", { counted: attempt.lateCounted, open: attempt.late }) }] : []),
              { term: t("identity.title"), value: t(`identity.is.${record.identity.get(attempt.enrolmentId)?.outcome ?? "unchecked"}`) },
              { term: t("panel.startedAt"), value: at(attempt.startedAtMs) },
              { term: t("panel.deadline"), value: at(attempt.pausedSinceMs === null ? attempt.deadlineMs : null) },
              ...(attempt.accommodationsMs > 0 ? [{ term: t("panel.accommodated"), value: t("extended", { count: Math.round(attempt.accommodationsMs / 60_000) }) }] : []),
              { term: t("panel.extended"), value: attempt.extensionsMs === 0 ? null : attempt.withoutLimit ? t("extendedDays", { count: Math.round(attempt.extensionsMs / 86_400_000) }) : t("extended", { count: Math.round(attempt.extensionsMs / 60_000) }) },
              { term: t("panel.timeShown"), value: attempt.timeUnacknowledged ? t("panel.no") : attempt.extensionsMs === 0 ? null : t("panel.yes") },
            ]}
          />
          <Stack gap={0} mt="lg">
            <Heading>{t("record.title")}</Heading>
            <CandidateRecord record={record} timeZone={timeZone} seat={attempt} />
          </Stack>
        </>
      ) : null}
    </SidePanel>
  );
}

/** Whoever has not begun may be let in late, and whoever is not done may be checked again after a wrong hash, or go on without the sitting's browser. */
function deedsOn({ state, enrolmentId, sittingId }: SupervisedAttempt, record: RecordView, sittings: readonly RoomSitting[]): IntendedDeed["kind"][] {
  const needsBrowser = sittings.some((sitting) => sitting.sittingId === sittingId && sitting.safeExamBrowser);
  return [
    "message",
    "incident",
    ...(state === "waiting" && !record.admitted.has(enrolmentId) ? (["admitted"] as const) : []),
    ...(isHeld({ state }, marksOf(record, { enrolmentId })) ? (["browser-released"] as const) : []),
    ...(state !== "closed" && needsBrowser && !record.exempted.has(enrolmentId) ? (["browser-exempted"] as const) : []),
  ];
}

function actsOn(attempt: SupervisedAttempt): InterventionKind[] {
  if (attempt.state === "closed") return [];
  if (attempt.withoutLimit) return attempt.state === "waiting" ? ["extend-window"] : ["extend-window", "free-device", "end"];
  if (attempt.state === "waiting") return ["extend"];
  return ["extend", attempt.pausedSinceMs === null ? "pause" : "resume", "free-device", "end"];
}
