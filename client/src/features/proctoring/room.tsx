import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { Button, Group, NativeSelect, Text } from "@mantine/core";
import { useCallback, useId, useMemo, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { formatTime } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { AttemptPanel } from "./attempt-panel.tsx";
import { inWatchOrder, isHeld, tally } from "./attempt-row.rules.ts";
import { AttemptsTable } from "./attempts-table.tsx";
import { DeedDialog, type IntendedDeed } from "./deed-dialog.tsx";
import { DeviceChecks } from "./device-checks.tsx";
import { EmergencyUpload } from "./emergency-upload.tsx";
import { IdentityCheck } from "./identity-check.tsx";
import { type Intended, Intervention } from "./intervention.tsx";
import { Outage } from "./outage.tsx";
import { RoomRecord } from "./record-list.tsx";
import { RoomStart } from "./room-start.tsx";
import { marksOf, recordView } from "./room-record.rules.ts";
import { shown, useRoomSearch } from "./room-search.ts";
import { RoomTiles } from "./room-tiles.tsx";
import { TimeEvidence } from "./time-evidence.tsx";
import { useRoom } from "./use-room.ts";

/** Everybody who takes an assessment, or one of its sittings, as they are now. */
export function Room({ assessmentId, sittingId }: { assessmentId: string; sittingId: string | undefined }) {
  const { t } = useTranslation("proctoring");
  const session = useSession();
  const { view, live, error, retry } = useRoom(assessmentId, sittingId);
  const { search, seek, open } = useRoomSearch();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [intended, setIntended] = useState<Intended | null>(null);
  const [compensating, setCompensating] = useState(false);
  const [deed, setDeed] = useState<IntendedDeed | null>(null);
  const [checking, setChecking] = useState<SupervisedAttempt | null>(null);
  const [reading, setReading] = useState(false);
  const [readingChecks, setReadingChecks] = useState(false);
  // Of the attempts it needs who sits where, which changes only when there are more: the rest of a push leaves it, and with it the table's rows, as they are.
  const record = useMemo(() => recordView(view?.record ?? [], view?.attempts ?? []), [view?.record, view?.attempts.length]); // oxlint-disable-line react-hooks/exhaustive-deps
  const toggle = useCallback((attemptId: string) => setSelected((before) => (before.has(attemptId) ? new Set([...before].filter((id) => id !== attemptId)) : new Set([...before, attemptId]))), []);
  if (!view) return error ? <ProblemNotice error={error} onRetry={retry} /> : <Loading lines={8} />;
  const { attempts } = view;
  const timeZone = view.sittings.find((sitting) => sitting.sittingId === sittingId)?.timeZone ?? session.agency.timeZone;
  /** Tokens are of one sitting: with several, one is chosen first. */
  const tokensOf = sittingId ?? (view.sittings.length === 1 ? view.sittings[0]?.sittingId : undefined);
  const mayAct = sessionMay(session, "attempt.extend");
  const mayRecord = sessionMay(session, "room.record");
  const rows = inWatchOrder(attempts).filter((attempt) => shown(attempt, marksOf(record, attempt), search));
  /** Nothing is done to somebody who is not on the page: what is selected and filtered away waits. */
  const chosen = rows.filter(({ attemptId }) => selected.has(attemptId));
  const heldOfChosen = chosen.filter((attempt) => isHeld(attempt, marksOf(record, attempt)));
  const hidden = attempts.filter(({ attemptId }) => selected.has(attemptId)).length - chosen.length;
  const withoutLimit = attempts.length > 0 && (chosen.length > 0 ? chosen : attempts).every((attempt) => attempt.withoutLimit);
  return (
    <>
      {view.sittings.length > 1 ? (
        <NativeSelect
          aria-label={t("sitting")}
          maw={560}
          mb="sm"
          value={sittingId ?? ""}
          data={[{ value: "", label: t("allSittings") }, ...view.sittings.map((sitting) => ({ value: sitting.sittingId, label: [sitting.title, sitting.place].filter(Boolean).join(" · ") }))]}
          onChange={(event) => seek({ sesi: event.currentTarget.value, buka: "" })}
        />
      ) : null}
      {error ? <ProblemNotice error={error} title={t("stale")} /> : null}
      {view.total > attempts.length ? <ErrorNotice text={t("tooMany", { shown: attempts.length, count: view.total })} /> : null}
      <RoomStart assessmentId={assessmentId} sittings={view.sittings.filter((sitting) => sittingId === undefined || sitting.sittingId === sittingId)} record={record} mayRecord={mayRecord} />
      <RoomTiles counts={tally(attempts, (attempt) => marksOf(record, attempt))} />
      <Text size="xs" c="dimmed" mb="xs">
        {t(live ? "live" : "asOf", { at: formatTime(view.serverNowMs, timeZone) })}
      </Text>
      <Group gap="xs" mb="sm">
        <Button size="xs" variant="default" onClick={() => setReading(true)}>
          {t("record.open", { count: record.incidents.length, messages: record.messages.length })}
        </Button>
        <Button size="xs" variant="default" onClick={() => setReadingChecks(true)}>
          {t("deviceChecks.open")}
        </Button>
        {mayRecord ? <TokensLink assessmentId={assessmentId} sittingId={tokensOf} /> : null}
        {mayRecord ? (
          <Button size="xs" variant="default" onClick={() => setDeed({ kind: "incident", to: "room" })}>
            {t("deed.incident.all")}
          </Button>
        ) : null}
        {mayAct ? (
          <Button size="xs" variant="default" onClick={() => setCompensating(true)}>
            {t("outage.open")}
          </Button>
        ) : null}
      </Group>
      {mayAct ? (
        <Group gap="xs" mb="sm" mih={36}>
          <Text component="output" size="sm">
            {hidden > 0 ? t("selectedHidden", { count: chosen.length + hidden, hidden }) : t("selected", { count: chosen.length })}
          </Text>
          {(withoutLimit ? (["extend-window"] as const) : (["extend", "pause", "resume"] as const)).map((kind) => (
            <Button key={kind} size="xs" variant="default" disabled={chosen.length === 0} onClick={() => setIntended({ kind, attempts: chosen })}>
              {t(`act.${kind}.open`)}
            </Button>
          ))}
          {mayRecord ? (
            <Button size="xs" variant="default" onClick={() => setDeed({ kind: "message", to: chosen.length > 0 ? chosen : "room" })}>
              {t(chosen.length > 0 ? "deed.message.open" : "deed.message.all")}
            </Button>
          ) : null}
          {mayRecord && heldOfChosen.length > 0 ? (
            <Button size="xs" variant="default" onClick={() => setDeed({ kind: "browser-released", to: heldOfChosen })}>
              {t("deed.browser-released.open")}
            </Button>
          ) : null}
          <Button size="xs" variant="default" disabled={rows.length === 0} onClick={() => setSelected(new Set(rows.map(({ attemptId }) => attemptId)))}>
            {t("selectAll")}
          </Button>
          <Button size="xs" variant="subtle" disabled={chosen.length + hidden === 0} onClick={() => setSelected(new Set())}>
            {t("clear")}
          </Button>
          <Button ml="auto" size="xs" variant="outline" color="red" disabled={chosen.length === 0} onClick={() => setIntended({ kind: "end", attempts: chosen })}>
            {t("act.end.open")}
          </Button>
        </Group>
      ) : null}
      <AttemptsTable view={view} record={record} rows={rows} timeZone={timeZone} selected={selected} onToggle={mayAct ? toggle : undefined} />
      <SidePanel opened={reading} onClose={() => setReading(false)} size="md" title={t("record.room")}>
        <RoomRecord record={record} timeZone={timeZone} nameOf={(enrolmentId) => attempts.find((attempt) => attempt.enrolmentId === enrolmentId)?.candidate.name ?? "–"} />
      </SidePanel>
      <DeviceChecks assessmentId={assessmentId} sittingId={sittingId} timeZone={timeZone} opened={readingChecks} onClose={() => setReadingChecks(false)} />
      <AttemptPanel sittings={view.sittings} onCheck={setChecking} record={record} mayRecord={mayRecord} onDeed={setDeed} attempt={attempts.find(({ attemptId }) => attemptId === search.buka)} mayAct={mayAct} timeZone={timeZone} onAct={setIntended} onClose={() => open(null)} />
      {/* Opened from the panel: after it, so that they lie over it. */}
      <DeedDialog assessmentId={assessmentId} sittingId={sittingId} timeZone={timeZone} intended={deed} onClose={() => setDeed(null)} />
      <IdentityCheck assessmentId={assessmentId} attempt={checking} onClose={() => setChecking(null)} />
      <Intervention assessmentId={assessmentId} intended={intended} onClose={() => setIntended(null)} />
      <Outage assessmentId={assessmentId} attempts={attempts} timeZone={timeZone} opened={compensating} onClose={() => setCompensating(false)} />
      <EmergencyUpload assessmentId={assessmentId} attempts={attempts} />
      <TimeEvidence attempts={attempts} />
    </>
  );
}

function TokensLink({ assessmentId, sittingId }: { assessmentId: string; sittingId: string | undefined }) {
  const { t } = useTranslation("proctoring");
  const id = useId();
  if (sittingId !== undefined)
    return (
      <ButtonLink size="xs" variant="default" to={paths.roomTokens} search={{ kegiatan: assessmentId, sesi: sittingId }}>
        {t("tokens.open")}
      </ButtonLink>
    );
  return (
    <Group gap="xs" wrap="nowrap">
      <Button size="xs" variant="default" disabled aria-describedby={id}>
        {t("tokens.open")}
      </Button>
      <Text id={id} size="xs" c="dimmed">
        {t("tokens.chooseSitting")}
      </Text>
    </Group>
  );
}
