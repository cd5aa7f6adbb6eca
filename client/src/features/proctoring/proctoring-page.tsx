import { NativeSelect } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { useGo } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { assessmentsQuery } from "./queries.ts";
import { Room } from "./room.tsx";
import { useRoomSearch } from "./room-search.ts";

/** Choose an assessment, see everybody who takes it, live. */
export function ProctoringPage() {
  const { t } = useTranslation("proctoring");
  const { kegiatan, sesi } = useRoomSearch().search;
  const go = useGo();
  const list = useQuery(assessmentsQuery);
  const open = list.data?.assessments.filter((assessment) => assessment.state !== "draft") ?? [];
  // What is under way comes first.
  const sorted = [...open].sort((a, b) => Number(a.state === "closed") - Number(b.state === "closed"));
  const chosen = sorted.find((assessment) => assessment.id === kegiatan) ?? sorted[0];
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          chosen ? (
            <NativeSelect
              aria-label={t("assessment")}
              miw={240}
              value={chosen.id}
              data={sorted.map((assessment) => ({ value: assessment.id, label: `${assessment.number} · ${assessment.title}` }))}
              onChange={(event) => void go(paths.proctoring, { search: { kegiatan: event.currentTarget.value }, replace: true })}
            />
          ) : null
        }
      />
      {list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading lines={6} /> : null}
      {list.data && !chosen ? <EmptyState icon={IconEye} title={t("empty.title")} text={t("empty.text")} /> : null}
      {chosen ? (
        <Room key={`${chosen.id} ${sesi ?? ""}`} assessmentId={chosen.id} sittingId={sesi} />
      ) : null}
    </>
  );
}
