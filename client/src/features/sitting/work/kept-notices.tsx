import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { Dialog } from "./dialog.tsx";
import { KeptOperations } from "./kept-operations.tsx";
import { Notice } from "./notice.tsx";

/** What came to be kept without counting, or counts after all (J5, J7). */
export default function KeptNotices() {
  const { t } = useTranslation(["common", "work"]);
  const { state } = useAttempt();
  const [showing, setShowing] = useState(false);
  return (
    <>
      {state.setAside.quarantined > 0 ? <Notice text={t("work:kept.quarantined", { count: state.setAside.quarantined })} /> : null}
      {state.setAside.late > 0 ? <Notice text={t("work:kept.late", { count: state.setAside.late })} /> : null}
      {state.setAside.merged > 0 ? <Notice tone="good" text={t("work:kept.merged", { count: state.setAside.merged })} /> : null}
      {state.kept.length > 0 ? (
        <Notice text={t("work:kept.refused", { count: state.kept.length })}>
          <Button variant="default" onClick={() => setShowing(true)}>
            {t("common:action.view")}
          </Button>
        </Notice>
      ) : null}
      <Dialog wide opened={showing} onClose={() => setShowing(false)} title={t("work:kept.title")}>
        <KeptOperations />
        <Button variant="default" mt="md" onClick={() => setShowing(false)}>
          {t("common:action.close")}
        </Button>
      </Dialog>
    </>
  );
}
