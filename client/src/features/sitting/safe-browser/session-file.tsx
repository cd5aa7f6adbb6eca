import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "../../../words/use-translation.ts";

/** By what it says of itself; nothing is decided by it. */
export const looksLikeSafeExamBrowser = (): boolean => "SafeExamBrowser" in window || /\bSEB\//.test(navigator.userAgent);

/** R5: opened with Safe Exam Browser, it brings the settings of the sitting and starts at the candidate's pages. */
export function SessionFile({ sittingId }: { sittingId: string }) {
  const { t } = useTranslation("safe-browser");
  return (
    <Button component="a" href={`/api/my-sittings/${sittingId}/safe-exam-browser.seb`} download variant="default" size="md" leftSection={<IconDownload size={18} stroke={1.8} />} style={{ maxWidth: "100%" }} styles={{ label: { whiteSpace: "normal" } }}>
      {t("hint.download")}
    </Button>
  );
}
