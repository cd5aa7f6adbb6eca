import type { IncidentCategory, messageCharactersMax as MessageCharactersMax, RoomDeed } from "@kompeten/shared/contracts/room-record";
import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { newId } from "../../browser/new-id.ts";
import { instantOf, localTimeOf } from "./local-time.rules.ts";
import { useRoomDeed } from "./queries.ts";

/** The contract's numbers and names, said again because importing their values would bring zod along. */
const messageCharactersMax: typeof MessageCharactersMax = 1_000;
const categories = ["technical", "conduct", "health", "disturbance", "other"] as const satisfies readonly IncidentCategory[];

const reasoned = ["admitted", "browser-exempted", "browser-released"] as const satisfies readonly RoomDeed["kind"][];
const isReasoned = (kind: RoomDeed["kind"]): kind is (typeof reasoned)[number] => (reasoned as readonly string[]).includes(kind);

/** To whom: these candidates, or everybody in the room. */
export type IntendedDeed = { kind: "message" | "incident" | "admitted" | "browser-exempted" | "browser-released"; to: readonly SupervisedAttempt[] | "room" };
type Props = { assessmentId: string; sittingId: string | undefined; timeZone: string; intended: IntendedDeed | null; onClose: () => void };

/** R1, R2, R3, R5: a message, an incident that is noted, a candidate who is let in late, without the sitting's browser, or to a new check of it. None can be taken back. */
export function DeedDialog(props: Props) {
  const { intended, onClose } = props;
  const { t } = useTranslation(["proctoring", "common"]);
  return (
    <Modal opened={intended !== null} onClose={onClose} title={intended ? t(`deed.${intended.kind}.open`) : ""} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      {intended ? <Form {...props} intended={intended} /> : null}
    </Modal>
  );
}

function Form({ assessmentId, sittingId, timeZone, intended: { kind, to }, onClose }: Props & { intended: IntendedDeed }) {
  const { t } = useTranslation(["proctoring", "common"]);
  const send = useRoomDeed(assessmentId);
  const [text, setText] = useState("");
  const [category, setCategory] = useState<IncidentCategory>("technical");
  const [at, setAt] = useState(() => localTimeOf(Date.now(), timeZone));
  // Kept over a second try, so that a lost answer does not say it twice (J3).
  const [opId] = useState(newId);
  const people = to === "room" ? [] : [...new Map(to.map((attempt) => [attempt.enrolmentId, attempt])).values()];
  const occurredAtMs = instantOf(at, timeZone);
  const valid = text.trim().length >= 3 && (kind !== "incident" || Number.isFinite(occurredAtMs));
  const said = text.trim();
  const deed: RoomDeed = kind === "message" ? { kind, text: said } : isReasoned(kind) ? { kind, reason: said } : { kind, category, text: said, occurredAtMs };
  const confirm = () =>
    send.mutate({ opId, deed, ...(sittingId === undefined || to !== "room" ? {} : { sittingId }), ...(to === "room" ? {} : { enrolmentIds: people.map(({ enrolmentId }) => enrolmentId) }) }, { onSuccess: onClose });
  return (
    <Stack gap="md">
      <Text>{to === "room" ? t(sittingId === undefined ? "deed.toAll" : "deed.toSitting") : people.length === 1 ? people[0]?.candidate.name : t("deed.toMany", { count: people.length })}</Text>
      {kind === "incident" ? (
        <>
          <NativeSelect label={t("deed.category")} value={category} data={categories.map((value) => ({ value, label: t(`incident.${value}`) }))} onChange={(event) => setCategory(event.currentTarget.value as IncidentCategory)} />
          <TextInput label={t("deed.occurredAt")} type="datetime-local" value={at} onChange={(event) => setAt(event.currentTarget.value)} />
        </>
      ) : null}
      <Textarea label={t(`deed.${kind}.text`)} description={t(`deed.${kind}.help`)} data-autofocus minRows={3} autosize maxLength={isReasoned(kind) ? 500 : messageCharactersMax} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {send.error ? <ErrorNotice text={errorText(send.error, "proctoring")} /> : null}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t("common:action.cancel")}
        </Button>
        <Button disabled={!valid} loading={send.isPending} onClick={confirm}>
          {t(`deed.${kind}.confirm`)}
        </Button>
      </Group>
    </Stack>
  );
}
