import type { PhotoCheck } from "@kompeten/shared/contracts/personnel";
import { Button, Card, FileButton, Group, List, Progress, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { LeaveGuard } from "../../app/leave-guard.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ScrollTable } from "../../ui/scroll-table.tsx";
import { chosenBytesMax, photoEndings, smallPhoto } from "./photo-file.ts";
import { filesByNip, type PhotoProblem } from "./photo-names.rules.ts";
import { BackToRegister } from "./back-to-register.tsx";
import { checkPhotos, useKeepPhoto } from "./queries.ts";

type Person = PhotoCheck["people"][number];
type Ready = { person: Person; small: File };
type Left = { name: string; why: string };
type State =
  | { step: "choose" }
  | { step: "reading" | "saving"; done: number; count: number }
  | { step: "checked"; ready: readonly Ready[]; left: readonly Left[] }
  | { step: "saved"; saved: number; failed: readonly Ready[]; why: string };

const filesMax = 1_000;

/** Many photographs at once, each named by the NIP. They are looked at in this browser; nothing is kept before it is confirmed. */
export function PhotosPage() {
  const { t } = useTranslation(["personnel", "common"]);
  const keep = useKeepPhoto();
  const [state, setState] = useState<State>({ step: "choose" });
  const [refused, setRefused] = useState<string | null>(null);

  async function read(files: readonly File[]) {
    setRefused(files.length > filesMax ? t("photos.tooMany", { count: filesMax }) : null);
    if (files.length === 0 || files.length > filesMax) return;
    setState({ step: "reading", done: 0, count: files.length });
    try {
      setState(await lookAt(files, (done) => setState({ step: "reading", done, count: files.length }), (problem) => t(`photos.problem.${problem}`)));
    } catch (error) {
      setRefused(errorText(error, "personnel"));
      setState({ step: "choose" });
    }
  }

  async function save(ready: readonly Ready[]) {
    const failed: Ready[] = [];
    let why = "";
    for (const [done, one] of ready.entries()) {
      setState({ step: "saving", done, count: ready.length });
      // One after the other: a slow line is not made slower, and each that is there is there.
      await keep.mutateAsync({ employeeId: one.person.employeeId, file: one.small }).catch((error: unknown) => {
        failed.push(one);
        why = errorText(error, "personnel");
      });
    }
    setState({ step: "saved", saved: ready.length - failed.length, failed, why });
  }

  return (
    <>
      <PageHeader
        title={t("photos.title")}
        purpose={t("photos.purpose")}
        above={<BackToRegister />}
      />
      <Stack gap="md" maw={760}>
        {refused === null ? null : <ErrorNotice text={refused} />}
        {state.step === "choose" ? (
          <Card withBorder padding="md">
            <List size="sm" spacing={4} mb="md">
              <List.Item>{t("photos.name")}</List.Item>
              <List.Item>{t("photos.kinds", { count: filesMax })}</List.Item>
              <List.Item>{t("photo.help")}</List.Item>
            </List>
            <Choose onChosen={(files) => void read(files)} />
          </Card>
        ) : state.step === "checked" ? (
          <>
            <Text role="status" fw={600}>
              {t("photos.checked", { ready: state.ready.length, replaced: state.ready.filter(({ person }) => person.photoKeptAtMs !== null).length, left: state.left.length })}
            </Text>
            {state.left.length > 0 ? <ScrollTable caption={t("photos.left")} columns={[{ label: t("photos.file") }, { label: t("photos.why") }]} rows={state.left.map(({ name, why }) => [name, why])} /> : null}
            <Group gap="sm">
              <Button disabled={state.ready.length === 0} onClick={() => void save(state.ready)}>
                {t("photos.save", { count: state.ready.length })}
              </Button>
              <Button variant="default" onClick={() => setState({ step: "choose" })}>
                {t("photos.other")}
              </Button>
            </Group>
          </>
        ) : state.step === "saved" ? (
          <>
            <Text role="status" fw={600}>
              {t("photos.saved", { count: state.saved })}
            </Text>
            {state.failed.length > 0 ? <ErrorNotice title={t("photos.failed", { count: state.failed.length })} text={state.why} onRetry={() => void save(state.failed)} /> : null}
            <Group>
              <Button variant="default" onClick={() => setState({ step: "choose" })}>
                {t("photos.other")}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <Text role="status">{t(`photos.${state.step}`, { done: state.done, count: state.count })}</Text>
            <Progress value={(100 * state.done) / state.count} aria-label={t("photos.title")} />
          </>
        )}
      </Stack>
      <LeaveGuard when={() => state.step === "saving"} title={t("photos.leaveTitle")} text={t("photos.leaveText")} confirm={t("photos.leave")} />
    </>
  );
}

function Choose({ onChosen }: { onChosen: (files: File[]) => void }) {
  const { t } = useTranslation("personnel");
  return (
    <FileButton multiple accept={photoEndings.join(",")} onChange={onChosen}>
      {(button) => <Button {...button}>{t("photos.choose")}</Button>}
    </FileButton>
  );
}

async function lookAt(files: readonly File[], onDone: (done: number) => void, say: (problem: PhotoProblem) => string): Promise<Extract<State, { step: "checked" }>> {
  const { named, problems } = filesByNip(files);
  const left = problems.map(({ name, problem }): Left => ({ name, why: say(problem) }));
  const people = new Map((named.size > 0 ? await checkPhotos([...named.keys()]) : { people: [] }).people.map((person) => [person.nip, person]));
  const ready: Ready[] = [];
  let done = left.length;
  for (const [nip, file] of named) {
    const person = people.get(nip);
    const small = person && file.size <= chosenBytesMax ? await smallPhoto(file) : undefined;
    if (person && small) ready.push({ person, small });
    else left.push({ name: file.name, why: say(!person ? "unknown" : file.size > chosenBytesMax ? "too-large" : "not-shown") });
    onDone(++done);
  }
  return { step: "checked", ready, left };
}
