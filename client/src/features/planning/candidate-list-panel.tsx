import type { AssessmentDetail, CandidateCheck } from "@kompeten/shared/contracts/planning";
import { Button, Group, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { FileDropzone } from "../../ui/file-dropzone.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { CheckedRows } from "./checked-rows.tsx";
import { nipsOfPaste } from "./nips.rules.ts";
import { PlanRefusal } from "./plan-refusal.tsx";
import { useCheckNips, useReload } from "./queries.ts";
import { SeatChoice, type Seats } from "./seat-choice.tsx";
import { useEnrol } from "./use-enrol.ts";

const fileBytesMax = 5 * 1024 * 1024;

/** A list of NIPs is checked first, row by row; only then are the good rows enrolled. */
export function CandidateListPanel({ assessment, onClose }: { assessment: AssessmentDetail; onClose: () => void }) {
  const { t } = useTranslation("planning");
  const [way, setWay] = useState<"paste" | "upload">("paste");
  const [text, setText] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [checked, setChecked] = useState<CandidateCheck>();
  const [seats, setSeats] = useState<Seats>(null);
  const check = useCheckNips(assessment.id);
  const { enrol, isPending, error } = useEnrol(assessment, onClose);
  const reload = useReload(assessment.id);
  const nips = nipsOfPaste(text);
  const ids = checked?.rows.flatMap((row) => (row.state === "ok" && row.employee ? [row.employee.id] : [])) ?? [];
  const ready = way === "paste" ? nips.length > 0 : file !== null;
  function ask() {
    const listed = way === "upload" && file ? { file } : { nips };
    check.mutate(listed, { onSuccess: setChecked });
  }
  // What was checked no longer is what is there.
  const change = (work: () => void) => () => {
    setChecked(undefined);
    check.reset();
    work();
  };
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={t("candidates.listTitle")}
      subtitle={assessment.title}
      footer={
        <Group gap="sm">
          <Button variant={checked ? "default" : "filled"} onClick={ask} disabled={!ready} loading={check.isPending}>
            {t("candidates.check")}
          </Button>
          {checked ? (
            <Button onClick={() => enrol(ids, seats)} disabled={ids.length === 0} loading={isPending}>
              {ids.length === 0 ? t("candidates.addNone") : t("candidates.add", { count: ids.length })}
            </Button>
          ) : null}
        </Group>
      }
    >
      <Stack gap="md">
        {assessment.state === "open" ? <Text size="sm">{t("candidates.openHint")}</Text> : null}
        <SegmentedControl
          aria-label={t("candidates.listTitle")}
          value={way}
          onChange={(next) => change(() => setWay(next === "upload" ? "upload" : "paste"))()}
          data={[{ value: "paste", label: t("candidates.paste") }, { value: "upload", label: t("candidates.upload") }]}
        />
        {way === "paste" ? (
          <Textarea
            label={t("candidates.paste")}
            description={t("candidates.pasteHint")}
            rows={7}
            value={text}
            maxLength={200_000}
            onChange={(event) => {
              const { value } = event.currentTarget;
              change(() => setText(value))();
            }}
          />
        ) : (
          <>
            <FileDropzone label={t("candidates.uploadLabel")} accept={[".xlsx", ".csv", ".txt"]} maxBytes={fileBytesMax} file={file} onChange={(next) => change(() => setFile(next))()} />
            <Text size="sm" c="dimmed">
              {t("candidates.uploadHint")}
            </Text>
          </>
        )}
        {check.error ? <ProblemNotice error={check.error} namespace="planning" /> : null}
        {checked ? (
          <>
            <CheckedRows checked={checked} />
            <SeatChoice assessment={assessment} seats={seats} onChange={setSeats} />
          </>
        ) : null}
        <PlanRefusal error={error} onReload={() => void reload()} />
      </Stack>
    </SidePanel>
  );
}
