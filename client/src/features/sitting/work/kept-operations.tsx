import { Button } from "@mantine/core";
import { useTranslation } from "../../../words/use-translation.ts";
import { useSession } from "../../../api/session.ts";
import { saveFile } from "../../../browser/save-file.ts";
import { formatDateTime } from "../../../ui/format.ts";
import type { QueuedOperation } from "../queue/queued-operation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { useSubjects } from "./use-subjects.ts";

/** What the server would not have, kept on this device as evidence (J5, J7): shown, never silently dropped. */
export function KeptOperations() {
  const { t } = useTranslation(["sitting", "work"]);
  const { agency } = useSession();
  const { state, session } = useAttempt();
  const subject = useSubjects();
  const save = () => saveFile(new Blob([JSON.stringify(state.kept, null, 2)], { type: "application/json" }), `pengerjaan-${session.attemptId}.json`);
  return (
    <>
      <p>{t("work:kept.text")}</p>
      <ul style={{ paddingLeft: "1.25rem" }}>
        {state.kept.map((record) => (
          <li key={record.opId}>
            <strong>{t(`work:kept.kind.${record.operation.kind}`)}</strong> {subject(record.operation)} · {formatDateTime(record.madeAtMs, agency.timeZone)}
            <br />
            {t(`refusal.${record.refusal ?? "malformed"}`)}
            <Excerpt record={record} />
          </li>
        ))}
      </ul>
      <Button variant="default" mt="md" mr="xs" onClick={save}>
        {t("work:kept.download")}
      </Button>
    </>
  );
}

function Excerpt({ record: { operation } }: { record: QueuedOperation }) {
  const text = operation.kind === "respond" && operation.response.interaction === "extended-text" ? operation.response.text : operation.kind === "act" && "text" in operation.action ? operation.action.text : "";
  return text ? <blockquote style={{ margin: "0.25rem 0 0.75rem", whiteSpace: "pre-line" }}>{text}</blockquote> : null;
}
