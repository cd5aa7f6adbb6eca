import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import type { EmployeeRow } from "@kompeten/shared/contracts/personnel";
import { Button, Checkbox, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { formatName, formatNip } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { PlanRefusal } from "./plan-refusal.tsx";
import { employeeSearchQuery, useReload } from "./queries.ts";
import { SeatChoice, type Seats } from "./seat-choice.tsx";
import { useEnrol } from "./use-enrol.ts";
import classes from "./planning.module.css";

export function CandidateSearchPanel({ assessment, onClose }: { assessment: AssessmentDetail; onClose: () => void }) {
  const { t } = useTranslation("planning");
  const [search, setSearch] = useState("");
  const [wanted] = useDebouncedValue(search.trim(), 250);
  // Whole people, since a further search no longer shows those chosen before.
  const [chosen, setChosen] = useState<ReadonlyMap<string, EmployeeRow>>(new Map());
  const [seats, setSeats] = useState<Seats>(null);
  const { data, error } = useQuery(employeeSearchQuery(wanted));
  const { enrol, isPending, error: refused } = useEnrol(assessment, onClose);
  const reload = useReload(assessment.id);
  const enrolled = new Set(assessment.enrolments.map(({ employeeId }) => employeeId));
  const others = [...chosen.values()].filter(({ id }) => !data?.rows.some((row) => row.id === id));
  function toggle(employee: EmployeeRow) {
    const next = new Map(chosen);
    if (!next.delete(employee.id)) next.set(employee.id, employee);
    setChosen(next);
  }
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={t("candidates.searchTitle")}
      subtitle={assessment.title}
      footer={
        <Button onClick={() => enrol([...chosen.keys()], seats)} disabled={chosen.size === 0} loading={isPending}>
          {chosen.size === 0 ? t("candidates.addNone") : t("candidates.add", { count: chosen.size })}
        </Button>
      }
    >
      <Stack gap="md">
        {assessment.state === "open" ? <Text size="sm">{t("candidates.openHint")}</Text> : null}
        <TextInput
          label={t("candidates.searchLabel")}
          leftSection={<IconSearch size={16} stroke={1.8} />}
          value={search}
          maxLength={100}
          onChange={(event) => setSearch(event.currentTarget.value)}
          data-autofocus
        />
        {error ? <ProblemNotice error={error} /> : null}
        {data ? (
          <Text component="output" size="sm" c="dimmed">
            {data.total === 0 ? t("candidates.nobody") : data.total > data.rows.length ? t("candidates.foundMore", { count: data.total, shown: data.rows.length }) : t("candidates.found", { count: data.total })}
          </Text>
        ) : null}
        {!data && !error ? <Loading lines={5} height={48} /> : null}
        <ul className={classes.people} aria-label={t("candidates.searchTitle")}>
          {[...others, ...(data?.rows ?? [])].map((employee) => (
            <li key={employee.id}>
              <Checkbox
                checked={chosen.has(employee.id) || enrolled.has(employee.id)}
                disabled={enrolled.has(employee.id)}
                onChange={() => toggle(employee)}
                label={formatName(employee)}
                description={`${formatNip(employee.nip)} · ${employee.positionTitle} · ${enrolled.has(employee.id) ? t("candidates.already") : (employee.unitName ?? "–")}`}
              />
            </li>
          ))}
        </ul>
        <SeatChoice assessment={assessment} seats={seats} onChange={setSeats} />
        <PlanRefusal error={refused} onReload={() => void reload()} />
      </Stack>
    </SidePanel>
  );
}
