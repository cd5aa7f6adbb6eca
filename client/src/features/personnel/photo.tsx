import type { EmployeeDetail } from "@kompeten/shared/contracts/personnel";
import { Button, FileButton, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { sessionMay, useSession } from "../../api/session.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { formatBytes, formatName } from "../../ui/format.ts";
import { PersonPhoto } from "../../ui/person-photo.tsx";
import { chosenBytesMax, photoEndings, smallPhoto } from "./photo-file.ts";
import { useKeepPhoto, useRemovePhoto } from "./queries.ts";

/** R4 of delivery: what a proctor sees beside the candidate. */
export function Photo({ employee }: { employee: EmployeeDetail }) {
  const { t } = useTranslation("personnel");
  const session = useSession();
  const name = formatName(employee);
  return (
    <Group align="flex-start" wrap="nowrap">
      <PersonPhoto name={name} path={`/api/employees/${employee.id}/photo`} keptAtMs={employee.photoKeptAtMs} />
      {sessionMay(session, "employee.import") ? (
        <Keeping employee={employee} />
      ) : (
        <Text size="sm" c="dimmed">
          {t("photo.purpose")}
        </Text>
      )}
    </Group>
  );
}

function Keeping({ employee: { id, photoKeptAtMs } }: { employee: EmployeeDetail }) {
  const { t } = useTranslation("personnel");
  const keep = useKeepPhoto();
  const remove = useRemovePhoto(id);
  const [refused, setRefused] = useState<string | null>(null);
  async function take(chosen: File | null) {
    if (!chosen) return;
    setRefused(null);
    keep.reset();
    const small = chosen.size > chosenBytesMax ? undefined : await smallPhoto(chosen);
    if (small) keep.mutate({ employeeId: id, file: small });
    else setRefused(t(chosen.size > chosenBytesMax ? "photo.tooLarge" : "photo.notShown", { name: chosen.name, size: formatBytes(chosenBytesMax) }));
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm" c="dimmed">
        {t("photo.purpose")} {t("photo.help")}
      </Text>
      <Group gap="sm">
        <FileButton accept={photoEndings.join(",")} onChange={(file) => void take(file)}>
          {(button) => (
            <Button {...button} variant="default" size="xs" loading={keep.isPending}>
              {t(photoKeptAtMs === null ? "photo.add" : "photo.replace")}
            </Button>
          )}
        </FileButton>
        {photoKeptAtMs === null ? null : (
          <ConfirmButton size="xs" danger title={t("photo.remove")} consequence={t("photo.removeText")} confirmLabel={t("photo.remove")} onConfirm={() => remove.mutateAsync()}>
            {t("photo.remove")}
          </ConfirmButton>
        )}
      </Group>
      {refused === null ? null : <ErrorNotice text={refused} />}
      {keep.error ? <ProblemNotice error={keep.error} namespace="personnel" /> : null}
      {remove.error ? <ProblemNotice error={remove.error} /> : null}
    </Stack>
  );
}
