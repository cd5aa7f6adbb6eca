import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconUsers, IconWifi, IconWifiOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatClock, formatNip, formatTime } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { Pager, rangeOf } from "../../ui/pager.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { AttemptPanel } from "./attempt-panel.tsx";
import { connection, inWatchOrder, type RowState, rowState, secondsLeft, tally } from "./attempt-row.rules.ts";
import { type Intended, Intervention } from "./intervention.tsx";
import { Outage } from "./outage.tsx";
import { serverNowOf, supervisionQuery } from "./queries.ts";
import { RoomTiles } from "./room-tiles.tsx";
import { pageSize, roomFilters, shown, useRoomSearch } from "./room-search.ts";

const tones = { waiting: "neutral", ready: "info", running: "active", paused: "caution", submitted: "good", expired: "caution" } as const satisfies Record<RowState, string>;

export function AttemptsTable({ assessmentId }: { assessmentId: string }) {
  const { t } = useTranslation("proctoring");
  const session = useSession();
  const { timeZone } = session.agency;
  const view = useQuery(supervisionQuery(assessmentId));
  const { search, seek } = useRoomSearch();
  const [openId, setOpenId] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [intended, setIntended] = useState<Intended | null>(null);
  const [compensating, setCompensating] = useState(false);
  if (view.isPending) return <Loading lines={8} />;
  if (!view.data) return <ProblemNotice error={view.error} onRetry={() => void view.refetch()} />;
  const { data } = view;
  const mayAct = sessionMay(session, "attempt.extend");
  const rows = inWatchOrder(data.attempts).filter((attempt) => shown(attempt, search));
  const page = Math.min(search.halaman ?? 1, Math.max(1, Math.ceil(rows.length / pageSize)));
  const paged = rows.slice((page - 1) * pageSize, page * pageSize);
  const chosen = data.attempts.filter(({ attemptId }) => selected.has(attemptId));
  const left = (attempt: SupervisedAttempt) => secondsLeft(attempt, serverNowOf(data));
  const toggle = (attemptId: string) => setSelected((before) => (before.has(attemptId) ? new Set([...before].filter((id) => id !== attemptId)) : new Set([...before, attemptId])));
  const columns: Column<SupervisedAttempt>[] = [
    { id: "candidate", header: t("column.candidate"), cell: (row) => <Name attempt={row} {...(mayAct ? { selected: selected.has(row.attemptId), onToggle: () => toggle(row.attemptId) } : {})} />, value: (row) => row.candidate.name },
    { id: "instrument", header: t("column.instrument"), width: 240, cell: (row) => row.instrument.title, value: (row) => row.instrument.title },
    { id: "state", header: t("column.state"), cell: (row) => <State attempt={row} />, value: (row) => t(`state.${rowState(row)}`) },
    { id: "progress", header: t("column.progress"), align: "right", cell: (row) => `${row.answered} / ${row.total}`, value: (row) => row.answered },
    { id: "left", header: t("column.left"), align: "right", cell: (row) => <TimeLeft attempt={row} seconds={left(row)} timeZone={timeZone} />, value: (row) => left(row) },
    { id: "connected", header: t("column.connected"), cell: (row) => <Connection attempt={row} />, value: (row) => t(`connection.${connection(row)}`) },
  ];
  return (
    <>
      {view.error ? <ProblemNotice error={view.error} title={t("stale")} /> : null}
      <RoomTiles counts={tally(data.attempts)} asOf={formatTime(data.serverNowMs, timeZone)} />
      {mayAct ? (
        <Group gap="xs" mb="sm" mih={36}>
          <Text component="output" size="sm">
            {t("selected", { count: chosen.length })}
          </Text>
          {(["extend", "pause", "resume"] as const).map((kind) => (
            <Button key={kind} size="xs" variant="default" disabled={chosen.length === 0} onClick={() => setIntended({ kind, attempts: chosen })}>
              {t(`act.${kind}.open`)}
            </Button>
          ))}
          <Button size="xs" variant="default" disabled={rows.length === 0} onClick={() => setSelected(new Set(rows.map(({ attemptId }) => attemptId)))}>
            {t("selectAll")}
          </Button>
          <Button size="xs" variant="subtle" disabled={chosen.length === 0} onClick={() => setSelected(new Set())}>
            {t("clear")}
          </Button>
          <Button size="xs" variant="default" ml="auto" onClick={() => setCompensating(true)}>
            {t("outage.open")}
          </Button>
        </Group>
      ) : null}
      <DataTable
        caption={t("caption")}
        columns={columns}
        rows={paged}
        rowKey={(row) => row.attemptId}
        selectedKey={openId ?? undefined}
        onOpen={(row) => setOpenId(row.attemptId)}
        withExport
        toolbar={
          <>
            <TextInput aria-label={t("search")} placeholder={t("search")} value={search.cari ?? ""} onChange={(event) => seek({ cari: event.currentTarget.value })} />
            {(["keadaan", "sambungan"] as const).map((name) => (
              <NativeSelect
                key={name}
                aria-label={t(`column.${name === "keadaan" ? "state" : "connected"}`)}
                value={search[name] ?? ""}
                data={["", ...roomFilters[name]].map((value) => ({ value, label: t(`filter.${name}.${value || "all"}` as "filter.keadaan.all") }))}
                onChange={(event) => seek({ [name]: event.currentTarget.value })}
              />
            ))}
            <Checkbox label={t("filter.unacknowledged")} checked={search.belumTampil === true} onChange={(event) => seek({ belumTampil: event.currentTarget.checked })} />
          </>
        }
        empty={<EmptyState icon={IconUsers} title={t("none.title")} text={t(data.attempts.length === 0 ? "none.text" : "none.filtered")} />}
      />
      <Pager page={page} pageSize={pageSize} total={rows.length} range={t("range", rangeOf({ page, pageSize, total: rows.length }))} onPage={(next) => seek({ halaman: next })} />
      <AttemptPanel attempt={data.attempts.find(({ attemptId }) => attemptId === openId)} mayAct={mayAct} timeZone={timeZone} onAct={setIntended} onClose={() => setOpenId(null)} />
      <Intervention assessmentId={assessmentId} intended={intended} onClose={() => setIntended(null)} />
      <Outage assessmentId={assessmentId} attempts={data.attempts} timeZone={timeZone} opened={compensating} onClose={() => setCompensating(false)} />
    </>
  );
}

function Name({ attempt, selected, onToggle }: { attempt: SupervisedAttempt; selected?: boolean; onToggle?: () => void }) {
  const { t } = useTranslation("proctoring");
  return (
    <Group gap="sm" wrap="nowrap">
      {onToggle ? <Checkbox aria-label={t("select", { name: attempt.candidate.name })} checked={selected === true} onChange={onToggle} onClick={(event) => event.stopPropagation()} /> : null}
      <div>
        <Text fw={600} size="sm">
          {attempt.candidate.name}
        </Text>
        <Text size="xs" c="dimmed">
          {formatNip(attempt.candidate.login)}
        </Text>
      </div>
    </Group>
  );
}

function State({ attempt }: { attempt: SupervisedAttempt }) {
  const { t } = useTranslation("proctoring");
  return (
    <>
      <StatusBadge tone={tones[rowState(attempt)]}>{t(`state.${rowState(attempt)}`)}</StatusBadge>
      {attempt.timeUnacknowledged ? (
        <Group gap={4} wrap="nowrap" mt={4}>
          <IconAlertTriangle size={14} aria-hidden />
          <Text size="xs">{t("unacknowledged")}</Text>
        </Group>
      ) : null}
    </>
  );
}

function TimeLeft({ attempt, seconds, timeZone }: { attempt: SupervisedAttempt; seconds: number | null; timeZone: string }) {
  const { t } = useTranslation("proctoring");
  if (seconds === null || attempt.deadlineMs === null) return "–";
  return (
    <>
      <Text fw={600} size="sm">
        {formatClock(seconds)}
      </Text>
      <Text size="xs" c="dimmed">
        {t("until", { at: formatTime(attempt.deadlineMs, timeZone) })}
      </Text>
    </>
  );
}

function Connection({ attempt }: { attempt: SupervisedAttempt }) {
  const { t } = useTranslation("proctoring");
  const state = connection(attempt);
  if (state === "idle") return t("connection.idle");
  const Glyph = state === "on" ? IconWifi : IconWifiOff;
  return (
    <Group gap={6} wrap="nowrap" fw={state === "on" ? 400 : 600}>
      <Glyph size={16} stroke={1.8} aria-hidden />
      {t(`connection.${state}`)}
    </Group>
  );
}
