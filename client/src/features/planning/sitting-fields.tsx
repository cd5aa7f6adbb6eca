import type { entryClosesMinutesMax as EntryClosesMinutesMax, PlannedInstrument } from "@kompeten/shared/contracts/planning";
import { ActionIcon, Checkbox, Fieldset, Group, NumberInput, Select, SimpleGrid, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useId } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { FieldError } from "../../ui/field-error.tsx";
import classes from "./planning.module.css";
import { faultsOf, holdsFormsOnly, neededMinutes, proposedEnd, proposedFormsEnd, shifted, type SittingFault, type SittingForm, toInstant, windowMinutes, zones } from "./sittings.rules.ts";
import { windowText } from "./window-text.ts";

/** The contract's number, said again because importing its value would bring zod along; the type keeps the two equal. */
const entryClosesMinutesMax: typeof EntryClosesMinutesMax = 600;

type Props = {
  number: number;
  sitting: SittingForm;
  instruments: readonly PlannedInstrument[];
  /** Candidates that have a seat in it now. */
  seated: number;
  showFaults: boolean;
  onChange: (sitting: SittingForm) => void;
  onRemove: () => void;
};

export function SittingFields({ number, sitting, instruments, seated, showFaults, onChange, onRemove }: Props) {
  const { t } = useTranslation("planning");
  const faults = faultsOf(sitting, instruments);
  const needed = neededMinutes(sitting.instrumentVersionIds, instruments);
  const formsOnly = holdsFormsOnly(sitting.instrumentVersionIds, instruments);
  const window = windowMinutes(sitting);
  // What contradicts itself is said at once; what is merely not there yet, only after a try to save.
  const shown = (fault: SittingFault) => faults.has(fault) && (showFaults || fault === "backwards" || fault === "too-short");
  const text = (fault: SittingFault) => (shown(fault) ? t(`sittings.fault.${fault}`, { window: window ?? 0, needed }) : undefined);
  const set = (change: Partial<SittingForm>) => onChange({ ...sitting, ...change });
  const start = toInstant(sitting.start, sitting.timeZone);
  const end = toInstant(sitting.end, sitting.timeZone);
  return (
    <Fieldset legend={t("sittings.number", { number })} className={classes.sitting ?? ""}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput label={t("sittings.title")} value={sitting.title} maxLength={200} required onChange={(event) => set({ title: event.currentTarget.value })} error={text("title")} />
        <TextInput label={t("sittings.place")} value={sitting.place} maxLength={200} onChange={(event) => set({ place: event.currentTarget.value })} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md" mt="md">
        <TextInput
          type="datetime-local"
          label={t("sittings.start")}
          value={sitting.start}
          required
          onChange={(event) => set({ start: event.currentTarget.value, ...(sitting.end === "" ? { end: formsOnly ? proposedFormsEnd(event.currentTarget.value) : proposedEnd(event.currentTarget.value, needed) } : {}) })}
          error={text("start")}
        />
        <TextInput
          type="datetime-local"
          label={t("sittings.end")}
          value={sitting.end}
          required
          onChange={(event) => set({ end: event.currentTarget.value })}
          error={text("end") ?? text("backwards") ?? text("too-short")}
        />
        <Select
          label={t("sittings.zone")}
          data={zones.map((zone) => ({ value: zone, label: t(`sittings.zones.${zone}`) }))}
          value={sitting.timeZone}
          allowDeselect={false}
          onChange={(value) => set({ timeZone: zones.find((zone) => zone === value) ?? sitting.timeZone })}
        />
      </SimpleGrid>
      <Group mt="md" gap="xl" align="flex-end">
        <NumberInput label={t("sittings.entryCloses")} description={t("sittings.entryClosesHelp")} min={1} max={entryClosesMinutesMax} allowDecimal={false} clampBehavior="strict" value={sitting.entryClosesMinutes} onChange={(entryClosesMinutes) => set({ entryClosesMinutes })} />
        <Checkbox mb={8} label={t("sittings.proctorStarts")} checked={sitting.proctorStarts} onChange={(event) => set({ proctorStarts: event.currentTarget.checked })} />
        <Checkbox mb={8} label={t("sittings.safeExamBrowser")} description={t("sittings.safeExamBrowserHelp")} checked={sitting.safeExamBrowser} onChange={(event) => set({ safeExamBrowser: event.currentTarget.checked })} />
      </Group>
      <InstrumentOrder sitting={sitting} instruments={instruments} onChange={(instrumentVersionIds) => set({ instrumentVersionIds })} error={text("instruments")} />
      <Group justify="space-between" mt="md" gap="sm">
        <Text component="output" size="sm" c="dimmed">
          {start && end && window !== undefined && window > 0 ? `${windowText(t, start, end, sitting.timeZone)}${formsOnly ? "" : ` · ${t("sittings.room", { window, needed })}`}` : ""}
          {seated > 0 ? ` · ${t("sittings.seated", { count: seated })}` : ""}
        </Text>
        <ConfirmButton
          size="xs"
          danger
          title={t("sittings.removeTitle")}
          consequence={t("sittings.removeText", { count: seated })}
          confirmLabel={t("sittings.remove")}
          aria-label={t("sittings.removeNamed", { title: sitting.title })}
          onConfirm={onRemove}
        >
          {t("sittings.remove")}
        </ConfirmButton>
      </Group>
    </Fieldset>
  );
}

type OrderProps = { sitting: SittingForm; instruments: readonly PlannedInstrument[]; onChange: (ids: string[]) => void; error: string | undefined };

/** The chosen ones in their order, then the others. */
function InstrumentOrder({ sitting, instruments, onChange, error }: OrderProps) {
  const { t } = useTranslation("planning");
  const id = useId();
  const chosen = sitting.instrumentVersionIds;
  const inOrder = [...chosen.flatMap((own) => instruments.find(({ versionId }) => versionId === own) ?? []), ...instruments.filter(({ versionId }) => !chosen.includes(versionId))];
  return (
    <fieldset className={classes.order} aria-describedby={`${id}-error`}>
      <legend>{t("sittings.instruments")}</legend>
      {instruments.some(({ durationSeconds }) => durationSeconds === null) ? (
        <Text size="sm" c="dimmed">
          {t("sittings.formsHint")}
        </Text>
      ) : null}
      <ol>
        {inOrder.map(({ versionId, title, durationSeconds }) => {
          const place = chosen.indexOf(versionId);
          return (
            <li key={versionId}>
              <Checkbox
                checked={place >= 0}
                onChange={() => onChange(place >= 0 ? chosen.filter((one) => one !== versionId) : [...chosen, versionId])}
                label={`${place >= 0 ? `${place + 1}. ` : ""}${title} (${durationSeconds === null ? t("noLimit") : t("minutes", { count: Math.ceil(durationSeconds / 60) })})`}
              />
              {place >= 0 && chosen.length > 1 ? (
                <Group gap={4} wrap="nowrap">
                  <ActionIcon size="sm" aria-label={t("sittings.up", { title })} disabled={place === 0} onClick={() => onChange(shifted(chosen, place, -1))}>
                    <IconArrowUp size={16} stroke={1.7} />
                  </ActionIcon>
                  <ActionIcon size="sm" aria-label={t("sittings.down", { title })} disabled={place === chosen.length - 1} onClick={() => onChange(shifted(chosen, place, 1))}>
                    <IconArrowDown size={16} stroke={1.7} />
                  </ActionIcon>
                </Group>
              ) : null}
            </li>
          );
        })}
      </ol>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}
