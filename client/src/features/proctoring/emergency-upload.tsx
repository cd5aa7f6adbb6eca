import type { EmergencyReport } from "@kompeten/shared/contracts/emergency";
import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { Button, Modal, Stack, Text } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { fieldErrors } from "../../api/errors.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { FileDropzone } from "../../ui/file-dropzone.tsx";
import { formatDateTime, formatNumber } from "../../ui/format.ts";
import { ScrollTable } from "../../ui/scroll-table.tsx";
import { attemptOfFile, outcomesOf } from "./emergency-file.rules.ts";
import { useEmergencyUpload } from "./queries.ts";

const bytesMax = 2_000_000;

type Props = { assessmentId: string; attempts: readonly SupervisedAttempt[] };

/** What a candidate's page could not send, brought by the proctor; the file itself says whose it is. */
export function EmergencyUpload({ assessmentId, attempts }: Props) {
  const { t } = useTranslation(["proctoring", "common"]);
  const session = useSession();
  const [opened, setOpened] = useState(false);
  if (!sessionMay(session, "attempt.rescue")) return null;
  return (
    <>
      <Button variant="default" mt="md" leftSection={<IconFileImport size={18} stroke={1.7} />} onClick={() => setOpened(true)}>
        {t("emergency.open")}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} size="lg" title={t("emergency.open")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
        <Upload assessmentId={assessmentId} attempts={attempts} />
      </Modal>
    </>
  );
}

function Upload({ assessmentId, attempts }: Props) {
  const { t } = useTranslation("proctoring");
  const upload = useEmergencyUpload(assessmentId);
  const [file, setFile] = useState<File | null>(null);
  const [unreadable, setUnreadable] = useState(false);

  async function take(chosen: File | null) {
    setFile(chosen);
    upload.reset();
    const read = chosen && attemptOfFile(await chosen.text());
    setUnreadable(chosen !== null && !read);
    if (read) upload.mutate(read);
  }
  const faults = Object.entries(fieldErrors(upload.error));
  return (
    <Stack gap="md">
      <Text>{t("emergency.text")}</Text>
      <FileDropzone label={t("emergency.file")} accept={[".json"]} maxBytes={bytesMax} file={file} disabled={upload.isPending} error={unreadable ? t("emergency.unreadable") : null} onChange={(chosen) => void take(chosen)} />
      {upload.error ? <ProblemNotice error={upload.error} namespace="proctoring" /> : null}
      {faults.length > 0 ? <ScrollTable caption={t("emergency.faults")} columns={[{ label: t("emergency.field") }, { label: t("emergency.expected") }]} rows={faults} /> : null}
      {upload.data ? <Report attempts={attempts} report={upload.data} /> : null}
    </Stack>
  );
}

function Report({ attempts, report }: { attempts: readonly SupervisedAttempt[]; report: EmergencyReport }) {
  const { t } = useTranslation("proctoring");
  const { agency } = useSession();
  const attempt = attempts.find(({ attemptId }) => attemptId === report.attemptId);
  return (
    <>
      <Text fw={600} role="status">
        {t("emergency.done", { name: attempt?.candidate.name ?? report.attemptId, instrument: attempt?.instrument.title ?? "", at: formatDateTime(report.madeAtMs, agency.timeZone) })}
      </Text>
      <ScrollTable
        caption={t("emergency.caption", { count: report.operations.length })}
        columns={[{ label: t("emergency.what") }, { label: t("emergency.outcome") }, { label: t("emergency.howMany"), align: "right" }]}
        rows={outcomesOf(report).map(({ kind, outcome, count }) => [t(`emergency.kinds.${kind}`), t(`emergency.outcomes.${outcome}`), formatNumber(count)])}
      />
      {report.operations.some(({ outcome }) => outcome === "not-tried") ? <Text>{t("emergency.again")}</Text> : null}
    </>
  );
}
