import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { saveFile } from "../../../browser/save-file.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { useTicking } from "../use-now.ts";
import { sealEmergencyFile } from "./emergency-file.ts";
import classes from "../work/work-frame.module.css";

/** Shorter, and the line most likely comes back by itself. */
const patienceMs = 10_000;

/** When the line does not come back: what is unsent as a file for the proctor. The queue keeps everything all the same. */
export default function EmergencyNotice() {
  const { t } = useTranslation("receipts");
  const { state, session } = useAttempt();
  const [saved, setSaved] = useState<string | null>(null);
  const since = state.unsavedSinceMs;
  const due = useTicking(() => since !== null && performance.now() - since > patienceMs);
  if (!due) return null;

  async function save() {
    session.flush();
    const { unsent } = session;
    if (!unsent) return setSaved("failed");
    try {
      const nowMs = Date.now();
      const name = `darurat-${unsent.attemptId.slice(0, 8)}-${new Date(nowMs).toISOString().slice(0, 19).replaceAll(":", "")}.json`;
      saveFile(new Blob([JSON.stringify(await sealEmergencyFile(unsent, nowMs))], { type: "application/json" }), name);
      setSaved(name);
    } catch {
      setSaved("failed");
    }
  }
  return (
    <div className={classes.notice} data-tone="bad" role="status">
      <p>{saved === "failed" ? t("emergency.failed") : saved ? t("emergency.done", { name: saved }) : t("emergency.text", { count: state.unsaved })}</p>
      <Button variant="default" onClick={() => void save()}>
        {t("emergency.download")}
      </Button>
    </div>
  );
}
