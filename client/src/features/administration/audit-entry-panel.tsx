import type { AuditEntryView } from "@kompeten/shared/contracts/audit";
import { Button, Code, Stack } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { EvidenceButtons } from "../../app/evidence-buttons.tsx";
import { Dl } from "../../ui/dl.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { SidePanel } from "../../ui/side-panel.tsx";
import { useAuditWords } from "./audit-words.ts";

type Props = { entry: AuditEntryView | undefined; onClose: () => void; onSubject: (subjectId: string) => void };

/** One entry with everything its hash covers. */
export function AuditEntryPanel({ entry, onClose, onSubject }: Props) {
  const { t } = useTranslation("administration");
  const words = useAuditWords();
  const { timeZone } = useSession().agency;
  return (
    <SidePanel opened={entry !== undefined} onClose={onClose} title={entry ? words.action(entry.action) : t("audit.title")} subtitle={entry ? t("audit.entry", { seq: entry.seq }) : null}>
      {entry ? (
        <Stack gap="md" align="flex-start">
          <Dl
            items={[
              { term: t("audit.column.at"), value: formatDateTime(entry.at, timeZone) },
              { term: t("audit.column.person"), value: entry.person ? `${entry.person.name} (${entry.person.login})` : t("audit.system") },
              { term: t("audit.column.code"), value: <Code>{entry.action}</Code> },
              { term: t("audit.column.subject"), value: [words.subjectKind(entry.subjectKind), entry.subjectName].filter(Boolean).join(": ") },
              { term: t("audit.column.subjectId"), value: <Code>{entry.subjectId}</Code> },
              { term: t("audit.column.details"), value: Object.keys(entry.details).length === 0 ? null : <Code block>{JSON.stringify(entry.details, null, 2)}</Code> },
              { term: t("audit.column.hash"), value: <Code style={{ overflowWrap: "anywhere" }}>{entry.hash}</Code> },
            ]}
          />
          {entry.subjectKind === "attempt" ? <EvidenceButtons attemptId={entry.subjectId} scope="evidence" /> : null}
          <Button size="sm" variant="default" onClick={() => onSubject(entry.subjectId)}>
            {t("audit.sameSubject")}
          </Button>
        </Stack>
      ) : null}
    </SidePanel>
  );
}
