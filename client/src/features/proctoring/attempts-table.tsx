import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { Button, Group, NativeSelect, Text, TextInput } from "@mantine/core";
import { IconUsers, IconWifi, IconWifiOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatClock, formatTime } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { connection, inWatchOrder, type RowState, rowState, secondsLeft, tally } from "./attempt-row.rules.ts";
import { Extension } from "./extension.tsx";
import { serverNowOf, supervisionQuery } from "./queries.ts";

const tones = { waiting: "neutral", ready: "info", running: "active", submitted: "good", expired: "caution" } as const satisfies Record<RowState, string>;
const filters = ["all", "waiting", "running", "closed"] as const;

export function AttemptsTable({ assessmentId }: { assessmentId: string }) {
  const { t } = useTranslation("proctoring");
  const session = useSession();
  const { agency } = session;
  const view = useQuery(supervisionQuery(assessmentId));
  const [extending, setExtending] = useState<SupervisedAttempt | null>(null);
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<(typeof filters)[number]>("all");
  if (view.isPending) return <Loading lines={8} />;
  if (!view.data) return <ProblemNotice error={view.error} onRetry={() => void view.refetch()} />;
  const { data } = view;
  const mayExtend = sessionMay(session, "attempt.extend");
  const counts = tally(data.attempts);
  const rows = inWatchOrder(data.attempts).filter((attempt) => (filter === "all" || attempt.state === filter) && `${attempt.candidate.name} ${attempt.candidate.login}`.toLowerCase().includes(search.trim().toLowerCase()));
  const left = (attempt: SupervisedAttempt) => secondsLeft(attempt, serverNowOf(data));
  const columns: Column<SupervisedAttempt>[] = [
    { id: "candidate", header: t("column.candidate"), cell: (row) => <Name attempt={row} />, value: (row) => row.candidate.name },
    { id: "instrument", header: t("column.instrument"), width: 240, cell: (row) => row.instrument.title, value: (row) => row.instrument.title },
    { id: "state", header: t("column.state"), cell: (row) => <StatusBadge tone={tones[rowState(row)]}>{t(`state.${rowState(row)}`)}</StatusBadge>, value: (row) => t(`state.${rowState(row)}`) },
    { id: "progress", header: t("column.progress"), align: "right", cell: (row) => `${row.answered} / ${row.total}`, value: (row) => row.answered },
    { id: "left", header: t("column.left"), align: "right", cell: (row) => <TimeLeft attempt={row} seconds={left(row)} timeZone={agency.timeZone} />, value: (row) => left(row) },
    { id: "connected", header: t("column.connected"), cell: (row) => <Connection attempt={row} />, value: (row) => t(`connection.${connection(row)}`) },
    {
      id: "extend",
      header: t("column.action"),
      cell: (row) =>
        row.state === "closed" || !mayExtend ? (
          row.extensionsMs > 0 ? t("extended", { count: Math.round(row.extensionsMs / 60_000) }) : ""
        ) : (
          <Button size="xs" variant="default" onClick={() => setExtending(row)}>
            {row.extensionsMs > 0 ? t("extendAgain", { count: Math.round(row.extensionsMs / 60_000) }) : t("extend.open")}
          </Button>
        ),
    },
  ];
  return (
    <>
      {view.error ? <ProblemNotice error={view.error} title={t("stale")} /> : null}
      <Text size="sm" mb="sm">
        {t("tally", counts)} · {t("asOf", { at: formatTime(data.serverNowMs, agency.timeZone) })}
      </Text>
      <DataTable
        caption={t("caption")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.attemptId}
        withExport
        toolbar={
          <>
            <TextInput aria-label={t("search")} placeholder={t("search")} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
            <NativeSelect
              aria-label={t("column.state")}
              value={filter}
              data={filters.map((value) => ({ value, label: t(`filter.${value}`) }))}
              onChange={(event) => setFilter(event.currentTarget.value as (typeof filters)[number])}
            />
          </>
        }
        empty={<EmptyState icon={IconUsers} title={t("none.title")} text={t(data.attempts.length === 0 ? "none.text" : "none.filtered")} />}
      />
      <Extension assessmentId={assessmentId} attempt={extending} onClose={() => setExtending(null)} />
    </>
  );
}

function Name({ attempt }: { attempt: SupervisedAttempt }) {
  return (
    <>
      <Text fw={600} size="sm">
        {attempt.candidate.name}
      </Text>
      <Text size="xs" c="dimmed">
        {attempt.candidate.login}
      </Text>
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
