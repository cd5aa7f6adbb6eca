import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { Dialog } from "./dialog.tsx";
import classes from "./review.module.css";

type Props = { opened: boolean; onClose: () => void; /** The words of going on instead. */ keepOn: string; children: ReactNode };

/** The last question; what is handed in is closed for good. */
export function HandInDialog({ opened, onClose, keepOn, children }: Props) {
  const { t } = useTranslation("sitting");
  const { state, session } = useAttempt();
  const { unsaved } = state;
  function handIn() {
    onClose();
    session.flush();
    session.do({ kind: "submit" });
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={t("handIn.confirmTitle", { title: state.title })}>
      {children}
      {unsaved > 0 ? <p className={classes.warning}>{t("handIn.stillUnsaved", { count: unsaved })}</p> : null}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {keepOn}
        </Button>
        <Button onClick={handIn}>{t("handIn.confirm")}</Button>
      </div>
    </Dialog>
  );
}
