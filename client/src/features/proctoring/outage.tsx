import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, Table, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { formatClock } from "../../ui/format.ts";
import { newId } from "../../browser/new-id.ts";
import { Refused } from "./intervention.tsx";
import { instantOf, localTimeOf } from "./local-time.rules.ts";
import { outageQuery, useCompensation } from "./queries.ts";

type Props = { assessmentId: string; attempts: readonly SupervisedAttempt[]; timeZone: string; opened: boolean; onClose: () => void };

/** T5: choose when the line was down, see who lost how much, and give it back. */
export function Outage(props: Props) {
  const { t } = useTranslation(["proctoring", "common"]);
  return (
    <Modal opened={props.opened} onClose={props.onClose} size="lg" title={t("outage.title")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      {props.opened ? <Form {...props} /> : null}
    </Modal>
  );
}

const minuteMs = 60_000;
const halfHourMs = 30 * minuteMs;

function Form({ assessmentId, attempts, timeZone, onClose }: Props) {
  const { t } = useTranslation(["proctoring", "common"]);
  const [from, setFrom] = useState(() => localTimeOf(Date.now() - halfHourMs, timeZone));
  // The minute that is not over yet is part of it; it counts as far as it has gone.
  const [to, setTo] = useState(() => localTimeOf(Date.now() + minuteMs, timeZone));
  const [reason, setReason] = useState("");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [opId] = useState(newId);
  const interval = { fromMs: instantOf(from, timeZone), toMs: instantOf(to, timeZone) };
  const valid = interval.fromMs < interval.toMs;
  const preview = useQuery({ ...outageQuery(assessmentId, interval), enabled: valid });
  const compensate = useCompensation(assessmentId);
  const byId = new Map(attempts.map((attempt) => [attempt.attemptId, attempt]));
  const rows = (preview.data?.attempts ?? []).flatMap((row) => (byId.has(row.attemptId) ? [{ ...row, name: byId.get(row.attemptId)?.candidate.name ?? "" }] : []));
  const chosen = rows.filter(({ attemptId, ms }) => ms > 0 && !left.has(attemptId)).map(({ attemptId }) => attemptId);
  if (compensate.data) return <Refused attempts={attempts} results={compensate.data} onClose={onClose} />;
  const toggle = (attemptId: string) => setLeft((before) => (before.has(attemptId) ? new Set([...before].filter((id) => id !== attemptId)) : new Set([...before, attemptId])));
  return (
    <Stack gap="md">
      <Text size="sm">{t("outage.text")}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput type="datetime-local" label={t("outage.from")} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        <TextInput type="datetime-local" label={t("outage.to")} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </SimpleGrid>
      {valid ? null : <ErrorNotice text={t("outage.order")} />}
      {preview.error ? <ErrorNotice text={errorText(preview.error, "proctoring")} /> : null}
      {preview.data && rows.length === 0 ? <Text role="status">{t("outage.nobody")}</Text> : null}
      {rows.length > 0 ? (
        <Table.ScrollContainer minWidth={420} mah={320} type="native">
          <Table>
            <Table.Caption ta="start" fz="xs">{t("outage.caption")}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t("column.candidate")}</Table.Th>
                <Table.Th scope="col" ta="right">{t("outage.lost")}</Table.Th>
                <Table.Th scope="col" ta="right">{t("outage.gaps")}</Table.Th>
                <Table.Th scope="col" ta="right">{t("outage.before")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.attemptId}>
                  <Table.Td>
                    <Checkbox label={row.name} checked={row.ms > 0 && !left.has(row.attemptId)} disabled={row.ms === 0} onChange={() => toggle(row.attemptId)} />
                  </Table.Td>
                  <Table.Td ta="right">{formatClock(row.ms / 1000)}</Table.Td>
                  <Table.Td ta="right">{row.gaps}</Table.Td>
                  <Table.Td ta="right">{formatClock(row.compensatedMs / 1000)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      <Textarea label={t("extend.reason")} description={t("extend.reasonHelp")} minRows={2} autosize maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      {compensate.error ? <ErrorNotice text={errorText(compensate.error, "proctoring")} /> : null}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t("common:action.cancel")}
        </Button>
        <Button disabled={!valid || chosen.length === 0 || reason.trim().length < 3} loading={compensate.isPending} onClick={() => compensate.mutate({ opId, attemptIds: chosen, ...interval, reason: reason.trim() }, { onSuccess: (results) => results.every(({ ok }) => ok) && onClose() })}>
          {t("outage.confirm", { count: chosen.length })}
        </Button>
      </Group>
    </Stack>
  );
}
