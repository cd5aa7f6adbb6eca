import { Button } from "@mantine/core";
import { useTranslation } from "../../../words/use-translation.ts";
import { formatTime } from "../../../ui/format.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import classes from "./work-frame.module.css";

/** R2: said politely, and there until it is put away. */
export default function ProctorMessages() {
  const { t } = useTranslation("work");
  const { state, session } = useAttempt();
  return (
    <div role="log" aria-label={t("message.title")}>
      {state.messages.map(({ messageId, atMs, text }) => (
        <div key={messageId} className={classes.notice} data-tone="good">
          <p style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
            <strong>{t("message.from", { at: formatTime(atMs) })}</strong> {text}
          </p>
          <Button variant="default" onClick={() => session.messages.read(messageId)}>
            {t("message.read")}
          </Button>
        </div>
      ))}
    </div>
  );
}
