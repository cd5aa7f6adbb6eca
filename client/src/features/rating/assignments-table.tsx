import type { RatingAssignment } from "@kompeten/shared/contracts/scoring";
import { IconClipboardCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { useGo } from "../../app/link.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDateTime, formatName } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { deskPath, formsPath } from "./addresses.ts";
import { Person } from "./person.tsx";
import { assignmentsQuery } from "./queries.ts";
import { RatingStatus } from "./rating-status.tsx";

type Row = RatingAssignment["instruments"][number] & Pick<RatingAssignment, "assessment" | "candidate" | "hasForms">;

/** What can be opened: work that is through. */
const isOpen = (row: Row) => row.attemptId !== null && (row.state === "to-rate" || row.state === "draft" || row.state === "submitted");
const urgency = { draft: 0, "to-rate": 1, submitted: 2, "not-closed": 3, absent: 4, "not-needed": 5 } as const;

export function AssignmentsTable() {
  const { t } = useTranslation("rating");
  const { agency } = useSession();
  const go = useGo();
  const { data, error, refetch } = useQuery(assignmentsQuery);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading lines={6} />;
  // What waits for this assessor first; what is done with comes after it.
  const rows = data.assignments
    .flatMap(({ instruments, ...of }) => instruments.map((instrument): Row => ({ ...instrument, ...of })))
    .sort((a, b) => urgency[a.state] - urgency[b.state]);
  const moment = (row: Row) => row.submittedAt ?? row.savedAt ?? row.closedAt;
  const columns: Column<Row>[] = [
    { id: "candidate", header: t("column.candidate"), cell: (row) => <Person person={row.candidate} />, value: (row) => formatName(row.candidate) },
    { id: "position", header: t("column.position"), cell: (row) => row.candidate.positionTitle, value: (row) => row.candidate.positionTitle },
    { id: "instrument", header: t("column.instrument"), cell: (row) => (isOpen(row) ? <TextLink fz="inherit" to={deskPath(row.attemptId ?? "")}>{row.title}</TextLink> : row.title), value: (row) => row.title },
    { id: "assessment", header: t("column.assessment"), cell: (row) => row.assessment.title, value: (row) => row.assessment.title },
    ...(rows.some(({ hasForms }) => hasForms)
      ? [
          {
            id: "forms",
            header: t("column.forms"),
            cell: (row: Row) =>
              row.hasForms ? (
                <TextLink fz="inherit" to={formsPath(row.candidate.enrolmentId)} aria-label={t("forms.readOf", { name: formatName(row.candidate) })}>
                  {t("forms.read")}
                </TextLink>
              ) : (
                "–"
              ),
            value: (row: Row) => (row.hasForms ? 1 : 0),
          },
        ]
      : []),
    { id: "state", header: t("column.state"), cell: (row) => <RatingStatus state={row.state} />, value: (row) => urgency[row.state], csv: (row) => t(`state.${row.state}`) },
    { id: "at", header: t("column.updated"), cell: (row) => (moment(row) ? formatDateTime(moment(row) ?? "", agency.timeZone) : "–"), value: moment },
  ];
  return (
    <DataTable
      caption={t("assignments")}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.candidate.enrolmentId} ${row.instrumentVersionId}`}
      onOpen={(row) => void (isOpen(row) && go(deskPath(row.attemptId ?? "")))}
      withExport
      empty={<EmptyState icon={IconClipboardCheck} title={t("empty.title")} text={t("empty.text")} />}
    />
  );
}
