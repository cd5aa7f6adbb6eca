import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { uuidv7 } from "@kompeten/shared/kernel";
import { Button, Group, Modal, NumberInput, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useExtend } from "./queries.ts";

const minutesMax = 240;
type Props = { assessmentId: string; attempt: SupervisedAttempt | null; onClose: () => void };

/** More time for one candidate, with a reason that stays in the journal (T1). */
export function Extension({ assessmentId, attempt, onClose }: Props) {
  const { t } = useTranslation(["proctoring", "common"]);
  return (
    <Modal opened={attempt !== null} onClose={onClose} title={t("extend.title")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      {attempt ? <Form key={attempt.attemptId} assessmentId={assessmentId} attempt={attempt} onClose={onClose} /> : null}
    </Modal>
  );
}

function Form({ assessmentId, attempt, onClose }: Props & { attempt: SupervisedAttempt }) {
  const { t } = useTranslation(["proctoring", "common"]);
  const extend = useExtend(assessmentId);
  const [minutes, setMinutes] = useState<number | string>(10);
  const [reason, setReason] = useState("");
  // Kept over a second try, so that a lost answer does not extend twice (J3).
  const [opId] = useState(() => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))));
  const valid = typeof minutes === "number" && Number.isInteger(minutes) && minutes >= 1 && minutes <= minutesMax && reason.trim().length >= 3;
  return (
    <Stack gap="md">
      <Text>{t("extend.who", { name: attempt.candidate.name, instrument: attempt.instrument.title })}</Text>
      <NumberInput label={t("extend.minutes")} min={1} max={minutesMax} allowDecimal={false} value={minutes} onChange={setMinutes} data-autofocus />
      <Textarea label={t("extend.reason")} description={t("extend.reasonHelp")} minRows={3} autosize maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Text size="sm">{t("extend.consequence", { count: Number(minutes) || 0 })}</Text>
      {extend.error ? <ErrorNotice text={errorText(extend.error, "proctoring")} /> : null}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t("common:action.cancel")}
        </Button>
        <Button
          disabled={!valid}
          loading={extend.isPending}
          onClick={() => extend.mutate({ attemptId: attempt.attemptId, body: { opId, minutes: Number(minutes), reason: reason.trim() } }, { onSuccess: onClose })}
        >
          {t("extend.confirm", { count: Number(minutes) || 0 })}
        </Button>
      </Group>
    </Stack>
  );
}
