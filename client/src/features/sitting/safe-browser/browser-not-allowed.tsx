import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { addresses } from "../addresses.ts";
import { BarePage } from "../bare-page.tsx";
import classes from "../lobby/lobby.module.css";
import { lobbyQuery, sittingOfAttempt } from "../queries.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { ConnectionTrouble } from "../work/connection-trouble.tsx";
import { useHeld } from "./browser-pass.ts";
import { looksLikeSafeExamBrowser, SessionFile } from "./session-file.tsx";

/** The proctor's word reaches nobody whose attempt is not open, so it is asked for. */
const askEveryMs = 10_000;

/** R5: not the browser this sitting is taken in: what to do, and whom to call, or that the proctor has to decide. Everything stays as it is meanwhile. */
export default function BrowserNotAllowed() {
  const { t } = useTranslation(["safe-browser", "sitting"]);
  const { session } = useAttempt();
  const held = useHeld();
  const lobby = useQuery(lobbyQuery);
  const sitting = sittingOfAttempt(lobby.data, session.attemptId);
  useEffect(() => {
    const timer = setInterval(() => void session.reopen(), askEveryMs);
    return () => clearInterval(timer);
  }, [session]);
  return (
    <BarePage title={t(held ? "held.title" : "refused.title")} back={{ to: addresses.lobby, label: t("sitting:toLobby") }}>
      <ConnectionTrouble />
      <section className={classes.panel}>
        <p>{t(held ? "held.why" : looksLikeSafeExamBrowser() ? "refused.mismatch" : "refused.other")}</p>
        <p>{t("refused.kept")}</p>
        <ol>
          <li>{t(held ? "held.call" : "refused.open")}</li>
          <li>{t(held ? "held.open" : "refused.call")}</li>
        </ol>
        <div className={classes.row}>
          {sitting ? <SessionFile sittingId={sitting.sittingId} /> : null}
          <Button variant="default" size="md" onClick={() => void session.reopen()}>
            {t("refused.again")}
          </Button>
        </div>
      </section>
    </BarePage>
  );
}
