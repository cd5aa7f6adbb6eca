import { Button } from "@mantine/core";
import { IconTextDecrease, IconTextIncrease } from "@tabler/icons-react";
import { useTranslation } from "../../../words/use-translation.ts";
import { Dialog } from "../work/dialog.tsx";
import classes from "./comforts.module.css";
import type { useTextSize } from "../work/text-size.ts";
import type { ReadingSettings } from "./reading-settings.ts";

type Props = { opened: boolean; onClose: () => void; settings: ReadingSettings; onChange: (changes: Partial<ReadingSettings>) => void; size: ReturnType<typeof useTextSize> };

export default function ReadingDialog({ opened, onClose, settings, onChange, size }: Props) {
  const { t } = useTranslation(["comforts", "common"]);
  const switches: { key: keyof ReadingSettings; on: boolean; set: (on: boolean) => void }[] = [
    { key: "spacing", on: settings.spacing === "wide", set: (on: boolean) => onChange({ spacing: on ? "wide" : "normal" }) },
    { key: "contrast", on: settings.contrast === "high", set: (on: boolean) => onChange({ contrast: on ? "high" : "normal" }) },
    ...("speechSynthesis" in window ? [{ key: "readAloud", on: settings.readAloud, set: (readAloud: boolean) => onChange({ readAloud }) } as const] : []),
  ];
  return (
    <Dialog opened={opened} onClose={onClose} title={t("reading.title")}>
      <div className={classes.sizes} role="group" aria-label={t("textSize.label")}>
        <Button variant="default" mih={44} disabled={size.smallest} leftSection={<IconTextDecrease size={20} stroke={1.7} />} onClick={() => size.change(-1)}>
          {t("textSize.smaller")}
        </Button>
        <Button variant="default" mih={44} disabled={size.largest} leftSection={<IconTextIncrease size={20} stroke={1.7} />} onClick={() => size.change(1)}>
          {t("textSize.larger")}
        </Button>
        <span>{t("textSize.now", { px: size.px })}</span>
      </div>
      {switches.map(({ key, on, set }) => (
        <label key={key} className={classes.switch}>
          <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
          <span>
            {t(`reading.${key}`)}
            <small>{t(`reading.help.${key}`)}</small>
          </span>
        </label>
      ))}
      <Button variant="default" mih={44} mt="md" onClick={onClose}>
        {t("common:action.close")}
      </Button>
    </Dialog>
  );
}
