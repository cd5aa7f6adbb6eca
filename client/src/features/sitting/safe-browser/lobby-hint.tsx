import { useTranslation } from "../../../words/use-translation.ts";
import classes from "../lobby/lobby.module.css";
import { looksLikeSafeExamBrowser, SessionFile } from "./session-file.tsx";

/** R5: said before the start, so that nobody learns of it at the last moment. */
export default function LobbyHint({ sittingId }: { sittingId: string }) {
  const { t } = useTranslation("safe-browser");
  const here = looksLikeSafeExamBrowser();
  return (
    <div style={{ marginTop: "1rem" }}>
      <h3 className={classes.subtitle}>{t("hint.title")}</h3>
      <p className={classes.text}>{t(here ? "hint.here" : "hint.how")}</p>
      {here ? null : <SessionFile sittingId={sittingId} />}
    </div>
  );
}
