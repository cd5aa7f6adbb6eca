import type { TextHistory as History } from "@kompeten/shared/contracts/text-history";
import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useSession } from "../../../api/session.ts";
import { readTextHistory } from "../../../api/text-history.ts";
import { ProblemNotice } from "../../../app/problem-notice.tsx";
import { Boundary } from "../../../ui/boundary.tsx";
import { Loading } from "../../../ui/loading.tsx";
import { patient } from "../../../ui/patient.ts";
import { useTranslation } from "../../../words/use-translation.ts";
import { words } from "../../../words/words.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { Dialog } from "../work/dialog.tsx";
import { secondsTime } from "../work/save-indicator.tsx";
import classes from "./case.module.css";

const TextHistory = lazy(patient(() => Promise.all([import("../../../ui/text-history/text-history.tsx"), words.load("text-history")]).then(([{ TextHistory: shown }]) => ({ default: shown }))));

type Asked = { history?: History; error?: unknown };

/** What was saved of the answer and when, as the server has it; an earlier state can be gone back to, which is one more change. */
export function SavedStates({ questionId, onRestore }: { questionId: string; onRestore: (text: string) => void }) {
  const { t } = useTranslation(["case", "common"]);
  const { session } = useAttempt();
  const { agency } = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  async function ask() {
    setAsked({});
    session.flush();
    try {
      setAsked({ history: await readTextHistory(`/api/attempts/${session.attemptId}/answers/${questionId}/revisions`) });
    } catch (error) {
      setAsked({ error });
    }
  }
  return (
    <>
      <Button variant="subtle" size="sm" mih={44} onClick={() => void ask()}>
        {t("history")}
      </Button>
      <Dialog wide opened={asked !== null} onClose={() => setAsked(null)} title={t("history")}>
        <p className={classes.hint}>{t("historyText")}</p>
        {asked?.error ? <ProblemNotice error={asked.error} onRetry={() => void ask()} /> : null}
        {asked?.history ? (
          // The answer does not depend on whether this code arrives.
          <Boundary fallback={(error) => <ProblemNotice error={error} />}>
            <Suspense fallback={<Loading lines={2} />}>
              <TextHistory
                revisions={asked.history.revisions}
                timeOf={(atMs) => secondsTime(atMs, agency.timeZone)}
                onRestore={(text) => {
                  onRestore(text);
                  setAsked(null);
                }}
              />
            </Suspense>
          </Boundary>
        ) : null}
        <Button variant="default" mt="md" mih={44} onClick={() => setAsked(null)}>
          {t("common:action.close")}
        </Button>
      </Dialog>
    </>
  );
}
