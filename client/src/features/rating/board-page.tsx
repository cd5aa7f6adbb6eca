import type { IntegrationBoard } from "@kompeten/shared/contracts/scoring";
import { Group, Stack, Text } from "@mantine/core";
import { IconHourglass } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { useSession } from "../../api/session.ts";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDateTime, formatName, formatNip } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ScrollTable } from "../../ui/scroll-table.tsx";
import { formsPath, integrationSearch } from "./addresses.ts";
import { BoardEvidence } from "./board-evidence.tsx";
import { BoardMatrix } from "./board-matrix.tsx";
import { BoardScores } from "./board-scores.tsx";
import { ConsensusPanel } from "./consensus-panel.tsx";
import { boardQuery, useCloseIntegration } from "./queries.ts";
import { IntegrationStatus } from "./rating-status.tsx";

export function BoardPage() {
  const { t } = useTranslation("rating");
  const { enrolmentId } = useParams({ strict: false }) as { enrolmentId: string };
  const { data, error, refetch } = useQuery(boardQuery(enrolmentId));
  if (error) {
    return (
      <>
        <PageHeader title={t("tab.integration")} />
        <ProblemNotice error={error} namespace="rating" onRetry={() => void refetch()} />
      </>
    );
  }
  if (!data) return <Loading lines={8} />;
  return <Board key={enrolmentId} data={data} />;
}

function Board({ data }: { data: IntegrationBoard }) {
  const { t } = useTranslation("rating");
  const { agency } = useSession();
  const { progress, board } = data;
  const { candidate } = progress;
  return (
    <>
      <PageHeader
        title={formatName(candidate)}
        purpose={`${formatNip(candidate.nip)} · ${candidate.positionTitle} · ${data.assessment.title}`}
        above={
          <TextLink to={paths.rating} search={integrationSearch}>
            {t("board.back")}
          </TextLink>
        }
        aside={<IntegrationStatus state={progress.state} />}
        actions={progress.state === "ready" ? <CloseButton data={data} /> : undefined}
      />
      {data.hasForms ? (
        <Text mb="md">
          <TextLink to={formsPath(candidate.enrolmentId)}>{t("forms.open")}</TextLink>
        </Text>
      ) : null}
      {progress.closedAt ? <Text mb="md">{t("board.closed", { at: formatDateTime(progress.closedAt, agency.timeZone) })}</Text> : null}
      {board ? <OpenBoard data={data} board={board} /> : <Waiting data={data} />}
    </>
  );
}

function Waiting({ data }: { data: IntegrationBoard }) {
  const { t } = useTranslation("rating");
  const { account } = useSession();
  const { assessors, attempts, attemptsClosed, state } = data.progress;
  if (state === "absent") return <EmptyState icon={IconHourglass} title={t("board.absentTitle")} text={t("board.absentText")} />;
  const rates = assessors.find((assessor) => assessor.accountId === account.id);
  const leadFirst = rates !== undefined && rates.submitted < rates.expected;
  return (
    <Stack gap="lg">
      <EmptyState icon={IconHourglass} title={t("board.waitingTitle")} text={`${t("board.waitingText")}${leadFirst ? ` ${t("board.leadFirst")}` : ""}`} />
      <ScrollTable
        caption={t("board.attempts", { closed: attemptsClosed, all: attempts })}
        columns={[{ label: t("board.assessor") }, { label: t("board.submitted"), align: "right" }]}
        rows={assessors.map((assessor) => [assessor.name, `${assessor.submitted} / ${assessor.expected}`])}
      />
    </Stack>
  );
}

function OpenBoard({ data, board }: { data: IntegrationBoard; board: NonNullable<IntegrationBoard["board"]> }) {
  const { t } = useTranslation("rating");
  const [selected, setSelected] = useState<string>();
  const competency = board.competencies.find((candidate) => candidate.competency === selected);
  const next = (after: string) => board.competencies.find((candidate) => candidate.consensus === null && candidate.competency !== after)?.competency;
  return (
    <>
      <Group justify="space-between" mb="xs" gap="sm">
        <Text size="sm" c="dimmed">
          {[board.standardTitle ? t("board.standard", { title: board.standardTitle }) : "", t("board.openHint")].filter(Boolean).join(" · ")}
        </Text>
        <Text size="sm" fw={600}>
          {t("board.progress", { agreed: data.progress.agreed, all: data.progress.competencies })}
        </Text>
      </Group>
      <BoardMatrix board={board} selected={selected} onOpen={setSelected} />
      <BoardScores board={board} />
      <BoardEvidence board={board} />
      {competency ? (
        <ConsensusPanel
          key={competency.competency}
          enrolmentId={data.progress.candidate.enrolmentId}
          board={board}
          competency={competency}
          readOnly={data.progress.state === "closed"}
          onClose={() => setSelected(undefined)}
          onNext={() => setSelected(next(competency.competency))}
        />
      ) : null}
    </>
  );
}

function CloseButton({ data }: { data: IntegrationBoard }) {
  const { t } = useTranslation("rating");
  const close = useCloseIntegration(data.progress.candidate.enrolmentId);
  const open = data.progress.competencies - data.progress.agreed;
  return (
    <Group gap="sm">
      {open > 0 ? (
        <Text size="sm" c="dimmed" id="not-all">
          {t("board.notAll", { count: open })}
        </Text>
      ) : null}
      <ConfirmButton
        title={t("board.closeTitle")}
        consequence={t("board.closeText", { name: formatName(data.progress.candidate) })}
        confirmLabel={t("board.close")}
        disabled={open > 0}
        pending={close.isPending}
        error={close.error ? errorText(close.error, "rating") : undefined}
        onConfirm={() => close.mutateAsync()}
      >
        {t("board.close")}
      </ConfirmButton>
    </Group>
  );
}
