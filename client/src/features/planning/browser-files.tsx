import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { Anchor, Text } from "@mantine/core";
import { sessionMay, useSession } from "../../api/session.ts";
import { useTranslation } from "../../words/use-translation.ts";
import { BrowserKeys } from "./browser-keys.tsx";

/** R5: of the sittings that are taken in Safe Exam Browser, for whoever prepares the computers. */
export function BrowserFiles({ assessment }: { assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const mayPlan = sessionMay(useSession(), "assessment.plan");
  const sittings = assessment.sittings.filter(({ safeExamBrowser }) => safeExamBrowser);
  if (!mayPlan || sittings.length === 0) return null;
  return (
    <section aria-label={t("sittings.browserFiles")}>
      <Text fw={600}>{t("sittings.browserFiles")}</Text>
      <Text size="sm" c="dimmed">
        {t("sittings.browserFilesHelp")}
      </Text>
      <ul>
        {sittings.map((sitting) => (
          <li key={sitting.id}>
            <Anchor href={`/api/assessments/${assessment.id}/sittings/${sitting.id}/safe-exam-browser.seb`} download underline="always">
              {t("sittings.browserFile", { title: sitting.title })}
            </Anchor>
            <BrowserKeys assessment={assessment} sitting={sitting} />
          </li>
        ))}
      </ul>
    </section>
  );
}
