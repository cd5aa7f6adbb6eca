import type { RoomDeed } from "@kompeten/shared/contracts/room-record";
import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { Dl } from "../../ui/dl.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { formatDate, formatName, formatNip } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PersonPhoto } from "../../ui/person-photo.tsx";
import { newId } from "../../browser/new-id.ts";
import { identityQuery, useRoomDeed } from "./queries.ts";

type Props = { assessmentId: string; attempt: SupervisedAttempt | null; onClose: () => void };

/** R4: the person at the desk beside what the register says of them. Compared by eye: nothing is measured of a face. */
export function IdentityCheck({ assessmentId, attempt, onClose }: Props) {
  const { t } = useTranslation(["proctoring", "common"]);
  return (
    <Modal size="lg" opened={attempt !== null} onClose={onClose} title={t("identity.open")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      {attempt ? <Check key={attempt.enrolmentId} assessmentId={assessmentId} enrolmentId={attempt.enrolmentId} onClose={onClose} /> : null}
    </Modal>
  );
}

function Check({ assessmentId, enrolmentId, onClose }: { assessmentId: string; enrolmentId: string; onClose: () => void }) {
  const { t } = useTranslation(["proctoring", "common"]);
  const registered = useQuery(identityQuery(enrolmentId));
  const say = useRoomDeed(assessmentId);
  const [reason, setReason] = useState("");
  const [opId] = useState(newId);
  if (registered.error) return <ProblemNotice error={registered.error} onRetry={() => void registered.refetch()} />;
  if (!registered.data) return <Loading lines={5} />;
  const person = registered.data;
  const decide = (outcome: "confirmed" | "refused") => {
    const deed: RoomDeed = { kind: "identity", outcome, reason: reason.trim() || null };
    say.mutate({ opId, enrolmentIds: [enrolmentId], deed }, { onSuccess: onClose });
  };
  return (
    <Stack gap="md">
      <Group align="flex-start" wrap="nowrap">
        <PersonPhoto name={formatName(person)} path={`/api/enrolments/${enrolmentId}/photo`} keptAtMs={person.photoKeptAtMs} />
        <Dl
          items={[
            { term: t("identity.name"), value: formatName(person) },
            { term: "NIP", value: formatNip(person.nip) },
            { term: t("identity.birthDate"), value: formatDate(person.birthDate) },
            { term: t("identity.sex"), value: t(`identity.${person.sex}`) },
            { term: t("identity.position"), value: person.positionTitle },
            { term: t("identity.unit"), value: person.unitName },
            { term: t("identity.grade"), value: person.grade },
          ]}
        />
      </Group>
      <Text size="sm">{t("identity.text")}</Text>
      <Textarea label={t("identity.reason")} description={t("identity.reasonHelp")} maxLength={500} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      {say.error ? <ErrorNotice text={errorText(say.error, "proctoring")} /> : null}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" disabled={reason.trim().length < 3} loading={say.isPending} onClick={() => decide("refused")}>
          {t("identity.refuse")}
        </Button>
        <Button loading={say.isPending} onClick={() => decide("confirmed")}>
          {t("identity.confirm")}
        </Button>
      </Group>
    </Stack>
  );
}
