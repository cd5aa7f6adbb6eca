import { ActionIcon } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import type { useTextSize } from "../work/text-size.ts";
import type { ReadingSettings } from "./reading-settings.ts";
import { patient } from "../../../ui/patient.ts";

const ReadingDialog = lazy(patient(() => import("./reading-dialog.tsx")));

type Props = { settings: ReadingSettings; onChange: (changes: Partial<ReadingSettings>) => void; size: ReturnType<typeof useTextSize> };

/** Opens how the work is shown; the dialog is fetched when somebody wants it. */
export function ReadingButton(props: Props) {
  const { t } = useTranslation("sitting");
  const [opened, setOpened] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <ActionIcon size={44} aria-label={t("display")} title={t("display")} onClick={() => (setWanted(true), setOpened(true))}>
        <IconEye size={20} stroke={1.7} />
      </ActionIcon>
      {wanted ? (
        <Suspense fallback={null}>
          <ReadingDialog opened={opened} onClose={() => setOpened(false)} {...props} />
        </Suspense>
      ) : null}
    </>
  );
}
