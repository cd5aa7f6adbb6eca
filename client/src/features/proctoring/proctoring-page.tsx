import { NativeSelect } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useGo } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { inRoomOrder } from "./first-room.rules.ts";
import { assessmentsQuery, sittingsQuery } from "./queries.ts";
import { Room } from "./room.tsx";
import { useRoomSearch } from "./room-search.ts";

/** Choose an assessment, see everybody who takes it, live. */
export function ProctoringPage() {
  const { t } = useTranslation("proctoring");
  const { kegiatan, sesi } = useRoomSearch().search;
  const go = useGo();
  const list = useQuery(assessmentsQuery);
  const sittings = useQuery(sittingsQuery);
  const open = list.data?.assessments.filter((assessment) => assessment.state !== "draft") ?? [];
  const [openedMs] = useState(() => Date.now());
  // Without the sittings the plan's own dates have to do; asked for only to choose, so a room named in the address need not wait.
  const sorted = inRoomOrder(open, sittings.data?.sittings ?? [], sittings.data?.serverNowMs ?? openedMs);
  // Chosen once: whoever looks at a room stays in it when another begins.
  const [first, setFirst] = useState<string>();
  const [foremost] = sorted;
  if (first === undefined && foremost && !sittings.isPending) setFirst(foremost.id);
  const chosen = sorted.find(({ id }) => id === kegiatan) ?? sorted.find(({ id }) => id === first);
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
      {list.isPending || (foremost && !chosen) ? <Loading lines={6} /> : null}
      {list.data && !foremost ? <EmptyState icon={IconEye} title={t("empty.title")} text={t("empty.text")} /> : null}
      {chosen ? (
        <Room key={`${chosen.id} ${sesi ?? ""}`} assessmentId={chosen.id} sittingId={sesi} />
      ) : null}
    </>
  );
}
