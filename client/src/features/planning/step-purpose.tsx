import type { AssessmentDetail, PlanningChoices } from "@kompeten/shared/contracts/planning";
import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { basicsBody, BasicsFields, type BasicsForm } from "./basics-form.tsx";
import { StepFrame } from "./step-frame.tsx";
import { useStepSaving } from "./use-step-saving.ts";

export function StepPurpose({ assessment, choices }: { assessment: AssessmentDetail; choices: PlanningChoices }) {
  const { t } = useTranslation("planning");
  const initial: BasicsForm = { title: assessment.title, purpose: assessment.purpose, standard: { standardsId: assessment.standard.configuration.id, standardCode: assessment.standard.code }, offlineWindowMinutes: assessment.offlineWindowMinutes };
  const [form, setForm] = useState(initial);
  const [tried, setTried] = useState(false);
  const saving = useStepSaving(assessment, "purpose");
  const dirty = JSON.stringify(form) !== JSON.stringify(initial);
  const moved = JSON.stringify(form.standard) !== JSON.stringify(initial.standard);
  function save(goOn: boolean) {
    setTried(true);
    const body = basicsBody(form);
    if (body) void saving.save("basics", body, goOn);
  }
  return (
    <StepFrame assessment={assessment} step="purpose" hint={t("basics.hint")} form={{ dirty, saving, onSave: save }}>
      <BasicsFields form={form} onChange={setForm} choices={choices} showFaults={tried} />
      {moved && assessment.matrix.length > 0 ? <Text size="sm">{t("basics.changeHint")}</Text> : null}
    </StepFrame>
  );
}
