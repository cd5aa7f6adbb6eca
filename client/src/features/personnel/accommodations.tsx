import { Button, Group, List, NumberInput, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { formatDate, formatDateTime } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { accommodationsQuery, useGrantAccommodation, useRevokeAccommodation } from "./queries.ts";

/** Extra time that holds for a person in every assessment; who reads this is recorded. */
export function Accommodations({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation("personnel");
  const list = useQuery(accommodationsQuery(employeeId));
  const revoke = useRevokeAccommodation(employeeId);
  const [adding, setAdding] = useState(false);
  if (list.error) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading lines={2} />;
  return (
    <Stack gap="sm">
      {list.data.accommodations.length === 0 ? <Text c="dimmed">{t("accommodation.none")}</Text> : null}
      <List listStyleType="none" spacing="sm">
        {list.data.accommodations.map((one) => (
          <List.Item key={one.id}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text size="sm" fw={600} td={one.revokedAtMs === null ? "none" : "line-through"}>
                  {t("accommodation.extra", { count: one.extraPercent })} · {one.validUntil === null ? t("accommodation.forGood") : t("accommodation.until", { at: formatDate(one.validUntil) })}
                </Text>
                <Text size="sm">{one.reason}</Text>
                <Text size="xs" c="dimmed">
                  {t("accommodation.recorded", { approvedBy: one.approvedBy, by: one.recordedBy, at: formatDateTime(one.recordedAtMs) })}
                  {one.revokedAtMs === null ? "" : ` ${t("accommodation.revokedAt", { at: formatDateTime(one.revokedAtMs) })}`}
                </Text>
              </div>
              {one.revokedAtMs === null ? (
                <ConfirmButton size="xs" danger title={t("accommodation.revoke")} consequence={t("accommodation.revokeText")} confirmLabel={t("accommodation.revoke")} onConfirm={() => revoke.mutate(one.id)}>
                  {t("accommodation.revoke")}
                </ConfirmButton>
              ) : null}
            </Group>
          </List.Item>
        ))}
      </List>
      {revoke.error ? <ProblemNotice error={revoke.error} /> : null}
      {adding ? (
        <NewOne employeeId={employeeId} onDone={() => setAdding(false)} />
      ) : (
        <Group>
          <Button variant="default" size="xs" onClick={() => setAdding(true)}>
            {t("accommodation.add")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function NewOne({ employeeId, onDone }: { employeeId: string; onDone: () => void }) {
  const { t } = useTranslation(["personnel", "common"]);
  const grant = useGrantAccommodation(employeeId);
  const [extraPercent, setExtraPercent] = useState<number | string>(25);
  const [reason, setReason] = useState("");
  const [approvedBy, setApprovedBy] = useState("");
  const [validUntil, setValidUntil] = useState("");
  const valid = typeof extraPercent === "number" && extraPercent >= 5 && extraPercent <= 200 && reason.trim().length >= 3 && approvedBy.trim().length >= 3;
  const send = () => grant.mutate({ extraPercent: Number(extraPercent), reason: reason.trim(), approvedBy: approvedBy.trim(), validUntil: validUntil === "" ? null : validUntil }, { onSuccess: onDone });
  return (
    <Stack gap="sm">
      <NumberInput label={t("accommodation.percent")} description={t("accommodation.percentHelp")} min={5} max={200} allowDecimal={false} value={extraPercent} onChange={setExtraPercent} data-autofocus />
      <Textarea label={t("accommodation.reason")} description={t("accommodation.reasonHelp")} maxLength={500} autosize value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <TextInput label={t("accommodation.approvedBy")} maxLength={200} value={approvedBy} onChange={(event) => setApprovedBy(event.currentTarget.value)} />
      <TextInput type="date" label={t("accommodation.validUntil")} description={t("accommodation.validUntilHelp")} value={validUntil} onChange={(event) => setValidUntil(event.currentTarget.value)} />
      {grant.error ? <ProblemNotice error={grant.error} /> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t("common:action.cancel")}
        </Button>
        <Button disabled={!valid} loading={grant.isPending} onClick={send}>
          {t("accommodation.add")}
        </Button>
      </Group>
    </Stack>
  );
}
