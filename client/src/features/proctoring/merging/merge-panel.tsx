import type { SetAsideList, SetAsideView } from "@kompeten/shared/contracts/supervision";
import { Button, Checkbox, Group, Stack, Table, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { errorText } from "../../../api/errors.ts";
import { ProblemNotice } from "../../../app/problem-notice.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { formatDateTime } from "../../../ui/format.ts";
import { Loading } from "../../../ui/loading.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { contentOf, placeOf } from "./deed-text.rules.ts";
import { setAsideQuery, useMerge } from "./queries.ts";

type Attempt = SetAsideList["attempts"][number];
const reasonMin = 10;
const atOnceMax = 500;

export function MergePanel({ attempt, timeZone, onClose }: { attempt: Attempt | undefined; timeZone: string; onClose: () => void }) {
  return (
    <SidePanel opened={attempt !== undefined} onClose={onClose} size="xl" title={attempt?.candidate.name ?? ""} subtitle={attempt?.instrument}>
      {attempt ? <Operations key={attempt.attemptId} attempt={attempt} timeZone={timeZone} /> : null}
    </SidePanel>
  );
}

function Operations({ attempt: { attemptId, over }, timeZone }: { attempt: Attempt; timeZone: string }) {
  const { t } = useTranslation("merging");
  const view = useQuery(setAsideQuery(attemptId));
  const merge = useMerge(attemptId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  if (view.error) return <ProblemNotice error={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data) return <Loading lines={8} />;
  const kept = view.data.operations.filter(({ mergedSeq }) => mergedSeq === null);
  const open = over ? [] : kept;
  const toggle = (opId: string) => setChosen((before) => (before.has(opId) ? new Set([...before].filter((one) => one !== opId)) : new Set([...before, opId])));
  const send = () => {
    const done = () => {
      setChosen(new Set());
      setReason("");
      void view.refetch();
    };
    merge.mutate({ opIds: [...chosen], reason: reason.trim() }, { onSuccess: done });
  };
  return (
    <Stack gap="md">
      <Text size="sm">{t("text")}</Text>
      <Table.ScrollContainer minWidth={620} type="native">
        <Table>
          <Table.Caption>{t("operations")}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">
                <Checkbox aria-label={t("all")} disabled={open.length === 0} checked={open.length > 0 && chosen.size === open.length} onChange={(event) => setChosen(new Set(event.currentTarget.checked ? open.slice(0, atOnceMax).map(({ opId }) => opId) : []))} />
              </Table.Th>
              <Table.Th scope="col">{t("column.what")}</Table.Th>
              <Table.Th scope="col">{t("column.cause")}</Table.Th>
              <Table.Th scope="col">{t("column.times")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.data.operations.map((operation) => (
              <Operation key={operation.opId} operation={operation} isOpen={open.includes(operation)} timeZone={timeZone} checked={chosen.has(operation.opId)} onToggle={() => toggle(operation.opId)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {over && kept.length > 0 ? <Text size="sm">{t("errors.result-given")}</Text> : null}
      {open.length > 0 ? (
        <>
          <Textarea label={t("reason")} description={t("reasonHelp")} minRows={2} autosize maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          {merge.error ? <ErrorNotice text={errorText(merge.error, "merging")} /> : null}
          <Group justify="flex-end">
            <Button disabled={chosen.size === 0 || reason.trim().length < reasonMin} loading={merge.isPending} onClick={send}>
              {t("confirm", { count: chosen.size })}
            </Button>
          </Group>
        </>
      ) : null}
    </Stack>
  );
}

type OperationProps = { operation: SetAsideView["operations"][number]; isOpen: boolean; timeZone: string; checked: boolean; onToggle: () => void };

function Operation({ operation: { cause, deed, madeAtMs, receivedAtMs, mergedSeq, epoch }, isOpen, timeZone, checked, onToggle }: OperationProps) {
  const { t } = useTranslation("merging");
  const at = (ms: number) => formatDateTime(ms, timeZone);
  const place = placeOf(deed);
  const what = place === null ? t(`deed.${deed.kind}`) : t("deedAt", { deed: t(`deed.${deed.kind}`), place });
  return (
    <Table.Tr>
      <Table.Td>{isOpen ? <Checkbox aria-label={t("choose", { what, at: at(receivedAtMs) })} checked={checked} onChange={onToggle} /> : null}</Table.Td>
      <Table.Td>
        <Text size="sm" fw={600}>
          {what}
        </Text>
        <Text size="sm" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
          {contentOf(deed)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t(`cause.${cause}`, { epoch })}</Text>
        {mergedSeq === null ? null : (
          <Text size="xs" c="dimmed">
            {t("mergedBy", { seq: mergedSeq })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="xs">{t("received", { at: at(receivedAtMs) })}</Text>
        {madeAtMs === null ? null : <Text size="xs">{t("made", { at: at(madeAtMs) })}</Text>}
      </Table.Td>
    </Table.Tr>
  );
}
