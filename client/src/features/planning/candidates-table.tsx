import type { AssessmentDetail, PlannedCandidate } from "@kompeten/shared/contracts/planning";
import { Button, Checkbox, Group, Text, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { formatDateTime, formatName, formatNip } from "../../ui/format.ts";
import { matchesCandidate } from "./selection.rules.ts";
import classes from "./planning.module.css";

export type Selection = { chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void };
type Props = {
  assessment: AssessmentDetail;
  shown: readonly ("position" | "unit" | "sittings" | "assessors" | "card")[];
  selection?: Selection;
  /** What can be done with the selected ones. */
  actions?: ReactNode;
  /** Beside the filter, always there. */
  toolbar?: ReactNode;
  empty?: ReactNode;
  caption?: string;
};

export function CandidatesTable({ assessment, shown, selection, actions, toolbar, empty, caption }: Props) {
  const { t } = useTranslation("planning");
  const [filter, setFilter] = useState("");
  const rows = assessment.enrolments.filter((candidate) => matchesCandidate(candidate, filter));
  const columns = useColumns(assessment);
  const visible = [...(selection ? [selectColumn(selection, t("common:action.choose"), (name) => t("candidates.select", { name }))] : []), columns.name, columns.nip, ...shown.map((id) => columns[id])];
  const chosenHere = rows.filter(({ id }) => selection?.chosen.has(id));
  return (
    <DataTable
      caption={caption ?? t("candidates.caption")}
      columns={visible}
      rows={rows}
      rowKey={(row) => row.id}
      withExport={assessment.enrolments.length > 0}
      maxHeight="60vh"
      empty={assessment.enrolments.length === 0 ? empty : undefined}
      toolbar={
        <>
          {toolbar}
          {assessment.enrolments.length > 0 ? (
            <TextInput size="xs" w={220} aria-label={t("candidates.filter")} placeholder={t("candidates.filter")} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} />
          ) : null}
          {selection && rows.length > 0 ? (
            <Group gap="xs" className={classes.selection ?? ""}>
              <Button
                size="xs"
                variant="subtle"
                onClick={() => selection.onChange(chosenHere.length === rows.length ? new Set() : new Set([...selection.chosen, ...rows.map(({ id }) => id)]))}
              >
                {t(chosenHere.length === rows.length ? "candidates.selectNone" : "candidates.selectAll")}
              </Button>
              {selection.chosen.size > 0 ? (
                <>
                  <Text component="output" size="sm" fw={600}>
                    {t("candidates.selected", { count: selection.chosen.size })}
                  </Text>
                  {actions}
                </>
              ) : null}
            </Group>
          ) : null}
        </>
      }
    />
  );
}

function selectColumn({ chosen, onChange }: Selection, header: string, label: (name: string) => string): Column<PlannedCandidate> {
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return { id: "select", header, width: 44, cell: (row) => <Checkbox aria-label={label(formatName(row))} checked={chosen.has(row.id)} onChange={() => toggle(row.id)} /> };
}

function useColumns(assessment: AssessmentDetail) {
  const { t } = useTranslation("planning");
  const titles = new Map(assessment.sittings.map(({ id, title }) => [id, title]));
  const zone = assessment.sittings[0]?.timeZone;
  const sittingsOf = (row: PlannedCandidate) => assessment.sittings.filter(({ id }) => row.sittingIds.includes(id)).map(({ id }) => titles.get(id) ?? "").join(", ");
  const assessorsOf = (row: PlannedCandidate) => row.assessors.map(({ name }) => name).join(", ");
  return {
    name: { id: "name", header: t("candidates.name"), cell: (row) => formatName(row), value: (row) => formatName(row) },
    nip: { id: "nip", header: t("candidates.nip"), cell: (row) => <span className={classes.nip}>{formatNip(row.nip)}</span>, value: (row) => row.nip, csv: (row) => formatNip(row.nip) },
    position: { id: "position", header: t("candidates.position"), cell: (row) => row.positionTitle, value: (row) => row.positionTitle },
    unit: { id: "unit", header: t("candidates.unit"), cell: (row) => row.unitName ?? "–", value: (row) => row.unitName },
    sittings: {
      id: "sittings",
      header: t("candidates.sittings"),
      cell: (row) => sittingsOf(row) || <StatusBadge tone="caution" size="sm">{t("candidates.noSeat")}</StatusBadge>,
      value: sittingsOf,
    },
    assessors: {
      id: "assessors",
      header: t("candidates.assessors"),
      cell: (row) => assessorsOf(row) || <StatusBadge tone="caution" size="sm">{t("assessors.none")}</StatusBadge>,
      value: assessorsOf,
    },
    card: {
      id: "card",
      header: t("candidates.card"),
      cell: (row) => (row.cardIssuedAt ? t("candidates.cardIssued", { at: formatDateTime(row.cardIssuedAt, zone) }) : t("candidates.noCard")),
      value: (row) => row.cardIssuedAt,
    },
  } satisfies Record<string, Column<PlannedCandidate>>;
}
