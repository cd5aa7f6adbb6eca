import type { AssessmentDetail, PlannedInstrument, PlanningChoices } from "@kompeten/shared/contracts/planning";
import { ActionIcon, Checkbox, Group, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconClipboardText } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import classes from "./planning.module.css";
import { shifted } from "./sittings.rules.ts";
import { StepFrame } from "./step-frame.tsx";
import { useStepSaving } from "./use-step-saving.ts";

export function StepInstruments({ assessment, choices }: { assessment: AssessmentDetail; choices: PlanningChoices }) {
  const { t } = useTranslation("planning");
  const initial = assessment.instruments.map(({ versionId }) => versionId);
  const [chosen, setChosen] = useState(initial);
  const saving = useStepSaving(assessment, "instruments");
  // One that is no longer published stays to be seen, so that it can be taken out.
  const all = [...choices.instruments, ...assessment.instruments.filter((own) => !choices.instruments.some(({ versionId }) => versionId === own.versionId))];
  const picked = chosen.flatMap((id) => all.find(({ versionId }) => versionId === id) ?? []);
  const covered = assessment.competencies.filter(({ code }) => picked.some((one) => one.competencies.includes(code))).length;
  const minutes = Math.ceil(picked.reduce((sum, one) => sum + (one.durationSeconds ?? 0), 0) / 60);
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <StepFrame
      assessment={assessment}
      step="instruments"
      hint={t("instruments.hint")}
      form={{ dirty: chosen.join() !== initial.join(), saving, onSave: (goOn) => void saving.save("instruments", { versionIds: chosen }, goOn) }}
    >
      {all.length === 0 ? (
        <EmptyState icon={IconClipboardText} title={t("instruments.none")} text={t("instruments.noneText")} as="h3" />
      ) : (
        <>
          <output className={classes.tally}>
            <span>{picked.length === 0 ? t("instruments.noneChosen") : t("instruments.chosen", { count: picked.length, minutes })}</span>
            {picked.length > 0 ? <span>{t("instruments.covers", { covered, all: assessment.competencies.length })}</span> : null}
          </output>
          <ul className={classes.cards} aria-label={t("instruments.choose")}>
            {all.map((instrument) => {
              const place = chosen.indexOf(instrument.versionId);
              return (
                <InstrumentCard
                  key={instrument.versionId}
                  instrument={instrument}
                  place={place}
                  count={chosen.length}
                  competencies={assessment.competencies}
                  onToggle={() => toggle(instrument.versionId)}
                  onShift={(by) => setChosen(shifted(chosen, place, by))}
                />
              );
            })}
          </ul>
        </>
      )}
    </StepFrame>
  );
}

type CardProps = {
  instrument: PlannedInstrument;
  /** −1 while it is not chosen. */
  place: number;
  count: number;
  competencies: AssessmentDetail["competencies"];
  onToggle: () => void;
  onShift: (by: -1 | 1) => void;
};

function InstrumentCard({ instrument, place, count, competencies, onToggle, onShift }: CardProps) {
  const { t } = useTranslation("planning");
  const { title, kind, version, durationSeconds, summary } = instrument;
  const chosen = place >= 0;
  const measured = competencies.filter(({ code }) => instrument.competencies.includes(code)).map(({ name }) => name);
  return (
    <li className={classes.card} data-chosen={chosen || undefined}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Checkbox
          checked={chosen}
          onChange={onToggle}
          label={title}
          styles={{ label: { fontWeight: 600 } }}
          description={`${t(`kind.${kind}`)} · ${t("version", { version })} · ${durationSeconds === null ? t("noLimit") : t("minutes", { count: Math.ceil(durationSeconds / 60) })}`}
        />
        {chosen ? (
          <Group gap={4} wrap="nowrap">
            <Text size="sm" fw={600}>
              {t("instruments.order")} {place + 1}
            </Text>
            <ActionIcon aria-label={t("instruments.up", { title })} disabled={place === 0} onClick={() => onShift(-1)}>
              <IconArrowUp size={18} stroke={1.7} />
            </ActionIcon>
            <ActionIcon aria-label={t("instruments.down", { title })} disabled={place === count - 1} onClick={() => onShift(1)}>
              <IconArrowDown size={18} stroke={1.7} />
            </ActionIcon>
          </Group>
        ) : null}
      </Group>
      <div className={classes.cardBody}>
        <p>{summary}</p>
        <p>
          <strong>{t("instruments.measures")}:</strong>{" "}
          {instrument.competencies.length === 0 ? t("instruments.measuresNothing") : measured.length > 0 ? measured.join(", ") : t("instruments.notRequired")}
        </p>
      </div>
    </li>
  );
}
