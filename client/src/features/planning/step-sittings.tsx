import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { Button, Stack } from "@mantine/core";
import { IconCalendarPlus, IconCalendarTime } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FieldError } from "../../ui/field-error.tsx";
import { SittingFields } from "./sitting-fields.tsx";
import { bodyOf, faultsOf, formOf, nextSitting, toLocal, zones } from "./sittings.rules.ts";
import { StepFrame } from "./step-frame.tsx";
import { useStepSaving } from "./use-step-saving.ts";

export function StepSittings({ assessment }: { assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const { agency } = useSession();
  const { instruments } = assessment;
  const [sittings, setSittings] = useState(() => formOf(assessment.sittings, instruments));
  const [tried, setTried] = useState(false);
  const saving = useStepSaving(assessment, "sittings");
  const dirty = JSON.stringify(sittings) !== JSON.stringify(formOf(assessment.sittings));
  const faulty = sittings.some((sitting) => faultsOf(sitting, instruments).size > 0);
  const timeZone = zones.find((zone) => zone === agency.timeZone) ?? "Asia/Jakarta";

  function add() {
    const today = toLocal(new Date().toISOString(), timeZone).slice(0, 10);
    const title = t("sittings.number", { number: sittings.length + 1 });
    setSittings([...sittings, nextSitting(sittings, instruments, { key: crypto.randomUUID(), title, today, timeZone })]);
  }
  function save(goOn: boolean) {
    setTried(true);
    if (!faulty) void saving.save("sittings", { sittings: bodyOf(sittings) }, goOn);
  }
  const addButton = (
    <Button variant="light" leftSection={<IconCalendarPlus size={18} stroke={1.7} />} onClick={add}>
      {t("sittings.add")}
    </Button>
  );
  return (
    <StepFrame assessment={assessment} step="sittings" hint={t("sittings.hint")} form={{ dirty, saving, onSave: save }}>
      {sittings.length === 0 ? (
        <EmptyState icon={IconCalendarTime} title={t("sittings.none")} text={t("sittings.noneText")} action={addButton} as="h3" />
      ) : (
        <Stack gap="md">
          {sittings.map((sitting, index) => (
            <SittingFields
              key={sitting.key}
              number={index + 1}
              sitting={sitting}
              instruments={instruments}
              seated={assessment.enrolments.filter(({ sittingIds }) => sitting.id !== undefined && sittingIds.includes(sitting.id)).length}
              showFaults={tried}
              onChange={(changed) => setSittings(sittings.map((one) => (one.key === changed.key ? changed : one)))}
              onRemove={() => setSittings(sittings.filter((one) => one.key !== sitting.key))}
            />
          ))}
          <div>{addButton}</div>
        </Stack>
      )}
      {tried && faulty ? <FieldError id="sitting-faults">{t("sittings.faults")}</FieldError> : null}
    </StepFrame>
  );
}
