import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp, IconPlugConnected } from "@tabler/icons-react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useSession } from "../../../api/session.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import type { SaveState } from "../queue/save-state.ts";
import { useSaveState } from "./use-save-state.ts";
import classes from "./work-frame.module.css";

const icons = {
  connecting: IconPlugConnected,
  connected: IconPlugConnected,
  saving: IconCloudUp,
  saved: IconCloudCheck,
  unsaved: IconAlertTriangle,
  offline: IconCloudOff,
  "signed-out": IconAlertTriangle,
  outdated: IconAlertTriangle,
} as const;

/** J8: says "saved" only of what the server has acknowledged, with the server's time of it. Nobody is told to go on working before the start or after the end. */
export function SaveIndicator({ working = true }: { working?: boolean }) {
  const { t } = useTranslation("sitting");
  const { agency } = useSession();
  const save = useSaveState();
  // Nothing of a practice is saved anywhere, and so nothing is said to be.
  if (useAttempt().session.place.practice) return <div className={classes.save}>{t("save.practice")}</div>;
  const Glyph = icons[save.kind];
  const short = save.kind === "offline" ? t(save.count > 0 ? "save.offlineUnsavedShort" : working ? "save.offlineShort" : "save.offlineIdle", { count: save.count }) : "";
  const text = !working && save.kind === "offline" ? short : saveText(t, save, agency.timeZone);
  return (
    <div className={classes.save} data-kind={save.kind}>
      <Glyph size={20} stroke={1.7} aria-hidden />
      <span className={classes.saveText}>
        {save.kind === "offline" ? (
          <>
            <span className={classes.long}>{text}</span>
            <span className={classes.short}>{short}</span>
          </>
        ) : (
          text
        )}
      </span>
      {/* Told aloud only when it matters: not at every keystroke. */}
      <span role="status" className={classes.hidden}>
        {save.kind === "offline" || save.kind === "signed-out" || save.kind === "outdated" || save.kind === "unsaved" ? text : ""}
      </span>
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation<"sitting">>["t"];

function saveText(t: Translate, save: SaveState, timeZone: string): string {
  switch (save.kind) {
    case "saved":
      return t("save.saved", { at: secondsTime(save.atMs, timeZone) });
    case "offline":
      return save.count > 0 ? t("save.offlineUnsaved", { count: save.count }) : t("save.offline");
    case "unsaved":
    case "signed-out":
    case "outdated":
      return t(`save.${save.kind}`, { count: save.count });
    default:
      return t(`save.${save.kind}`);
  }
}

/** The agency's time to the second, as what is saved is told. */
export function secondsTime(ms: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone }).format(new Date(ms));
  return document.documentElement.lang === "en" ? parts : parts.replaceAll(":", ".");
}
