import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import type { extensionDaysMax as ExtensionDaysMax, extensionMinutesMax as ExtensionMinutesMax, TimeChangeResult } from "@kompeten/shared/contracts/time-changes";
import { Button, Group, List, Modal, NumberInput, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { newId } from "../../browser/new-id.ts";
import { type InterventionKind, useIntervention } from "./queries.ts";

/** The contract's number, said again because importing its value would bring zod along; the type keeps the two equal. */
const extensionMinutesMax: typeof ExtensionMinutesMax = 240;
const extensionDaysMax: typeof ExtensionDaysMax = 30;

export type Intended = { kind: InterventionKind; attempts: readonly SupervisedAttempt[] };
type Props = { assessmentId: string; intended: Intended | null; onClose: () => void };

/** What a proctor does to one attempt or to many, with a reason that stays in each journal (T1, J5). */
export function Intervention({ assessmentId, intended, onClose }: Props) {
  const { t } = useTranslation(["proctoring", "common"]);
  return (
    <Modal opened={intended !== null} onClose={onClose} title={intended ? t(`act.${intended.kind}.title`) : ""} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      {intended ? <Form assessmentId={assessmentId} intended={intended} onClose={onClose} /> : null}
    </Modal>
  );
}

function Form({ assessmentId, intended, onClose }: Props & { intended: Intended }) {
  const { kind, attempts } = intended;
  const { t } = useTranslation(["proctoring", "common"]);
  const act = useIntervention(assessmentId);
  const byDays = kind === "extend-window";
  const gives = kind === "extend" || byDays;
  const max = byDays ? extensionDaysMax : extensionMinutesMax;
  const [amount, setAmount] = useState<number | string>(byDays ? 1 : 10);
  const [reason, setReason] = useState("");
  // Kept over a second try, so that a lost answer does not give twice (J3).
  const [opId] = useState(newId);
  const validAmount = !gives || (typeof amount === "number" && Number.isInteger(amount) && amount >= 1 && amount <= max);
  const send = () =>
    act.mutate(
      { kind, opId, attemptIds: attempts.map(({ attemptId }) => attemptId), amount: Number(amount), reason: reason.trim() },
      { onSuccess: (results) => results.every(({ ok }) => ok) && onClose() },
    );
  if (act.data) return <Refused attempts={attempts} results={act.data} onClose={onClose} />;
  return (
    <Stack gap="md">
      <Text>{attempts.length === 1 && attempts[0] ? t("act.one", { name: attempts[0].candidate.name, instrument: attempts[0].instrument.title }) : t("act.many", { count: attempts.length })}</Text>
      {gives ? <NumberInput label={t(byDays ? "extendDays.days" : "extend.minutes")} min={1} max={max} allowDecimal={false} value={amount} onChange={setAmount} data-autofocus /> : null}
      <Textarea label={t("extend.reason")} description={t("extend.reasonHelp")} data-autofocus={gives ? undefined : true} minRows={3} autosize maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Text size="sm">{gives ? t(byDays ? "extendDays.consequence" : "extend.consequence", { count: Number(amount) || 0 }) : t(`act.${kind}.consequence`)}</Text>
      {act.error ? <ErrorNotice text={errorText(act.error, "proctoring")} /> : null}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t("common:action.cancel")}
        </Button>
        <Button {...(kind === "end" ? { color: "red" } : {})} disabled={!validAmount || reason.trim().length < 3} loading={act.isPending} onClick={send}>
          {gives ? t(byDays ? "extendDays.confirm" : "extend.confirm", { count: Number(amount) || 0 }) : t(`act.${kind}.confirm`)}
        </Button>
      </Group>
    </Stack>
  );
}

/** Some of them could not be done: which, and why. */
export function Refused({ attempts, results, onClose }: { attempts: readonly SupervisedAttempt[]; results: readonly TimeChangeResult[]; onClose: () => void }) {
  const { t } = useTranslation(["proctoring", "common"]);
  const names = new Map(attempts.map(({ attemptId, candidate }) => [attemptId, candidate.name]));
  return (
    <Stack gap="md">
      <Text role="status">{t("act.done", { done: results.filter(({ ok }) => ok).length, count: results.length })}</Text>
      <List size="sm">{results.map((result) => (result.ok ? null : <List.Item key={result.attemptId}>{`${names.get(result.attemptId) ?? ""}: ${t(`refusal.${result.refusal}`)}`}</List.Item>))}</List>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t("common:action.close")}</Button>
      </Group>
    </Stack>
  );
}
