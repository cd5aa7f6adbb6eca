import { IconAlertTriangle, IconCircleCheck, IconCloudUp, IconLock } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { formatDateTime } from "../../ui/format.ts";
import classes from "./desk.module.css";
import type { SaveState } from "./draft-keeper.ts";
import { clockWithSeconds } from "./clock.ts";

/** Always in the same place: whether what was written is kept. "Tersimpan" is said only from the server's answer. */
export function SaveLine({ save, submittedAt }: { save: SaveState; submittedAt: string | null }) {
  const { t } = useTranslation("rating");
  const { agency } = useSession();
  if (submittedAt !== null) {
    return (
      <span className={classes.save} data-kind="saved">
        <IconLock size={16} stroke={1.8} aria-hidden />
        {t("save.submitted", { at: formatDateTime(submittedAt, agency.timeZone) })}
      </span>
    );
  }
  const problem = save.kind === "failed" || save.kind === "conflict";
  const Glyph = problem ? IconAlertTriangle : save.kind === "saved" ? IconCircleCheck : IconCloudUp;
  const text =
    save.kind === "saved" ? (save.at === null ? t("save.nothing") : t("save.saved", { at: clockWithSeconds(save.at, agency.timeZone) })) : t(`save.${save.kind}`);
  return (
    <output className={classes.save} data-kind={save.kind === "saved" && save.at === null ? "none" : save.kind}>
      {save.kind === "saved" && save.at === null ? null : <Glyph size={16} stroke={1.8} aria-hidden />}
      {text}
    </output>
  );
}
