import type { NewAssessmentBody, PlanningChoices, Purpose } from "@kompeten/shared/contracts/planning";
import { NumberInput, Radio, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import { Dl } from "../../ui/dl.tsx";
import { formatPercent } from "../../ui/format.ts";
import { ScrollTable } from "../../ui/scroll-table.tsx";

/** As the inputs hold it: nothing need be chosen yet. */
export type BasicsForm = { title: string; purpose: Purpose; standard: { standardsId: string; standardCode: string } | null; offlineWindowMinutes: number };
const purposes = ["position-filling", "mapping"] as const satisfies Purpose[];

export function basicsFaults(form: BasicsForm): { title: boolean; standard: boolean } {
  return { title: form.title.trim().length < 3, standard: form.standard === null };
}
/** Undefined while it has faults. */
export function basicsBody({ title, purpose, standard, offlineWindowMinutes }: BasicsForm): NewAssessmentBody | undefined {
  return title.trim().length < 3 || standard === null ? undefined : { title: title.trim(), purpose, ...standard, offlineWindowMinutes };
}

type Props = { form: BasicsForm; onChange: (form: BasicsForm) => void; choices: PlanningChoices; /** After a first try to save. */ showFaults: boolean };

export function BasicsFields({ form, onChange, choices, showFaults }: Props) {
  const { t } = useTranslation("planning");
  const faults = basicsFaults(form);
  const groups = choices.standards.map(({ configuration, positions }) => ({
    group: t("used", configuration),
    items: positions.map(({ code, title }) => ({ value: `${configuration.id} ${code}`, label: title })),
  }));
  return (
    <Stack gap="lg">
      <TextInput
        label={t("basics.title")}
        description={t("basics.titleHint")}
        value={form.title}
        maxLength={200}
        required
        onChange={(event) => onChange({ ...form, title: event.currentTarget.value })}
        error={showFaults && faults.title ? t("basics.titleFault") : undefined}
      />
      <Radio.Group label={t("basics.purpose")} value={form.purpose} onChange={(purpose) => onChange({ ...form, purpose: purposes.find((one) => one === purpose) ?? "mapping" })}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" mt="xs">
          {purposes.map((purpose) => (
            <Radio key={purpose} value={purpose} label={t(`purposes.${purpose}`)} description={categoriesText(choices, purpose, t("basics.from", { percent: "{{percent}}" }))} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Select
        label={t("basics.standard")}
        description={groups.length === 0 ? t("basics.noStandards") : t("basics.standardHint")}
        data={groups}
        value={form.standard ? `${form.standard.standardsId} ${form.standard.standardCode}` : null}
        onChange={(value) => onChange({ ...form, standard: standardOf(value) })}
        searchable
        required
        allowDeselect={false}
        error={showFaults && faults.standard ? t("basics.standardFault") : undefined}
      />
      <NumberInput
        label={t("basics.offlineWindow")}
        description={t("basics.offlineWindowHint")}
        value={form.offlineWindowMinutes}
        onChange={(value) => onChange({ ...form, offlineWindowMinutes: Number(value) || 0 })}
        min={0}
        max={1440}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        suffix={` ${t("basics.minutes")}`}
        maw={320}
      />
      <StandardPreview form={form} choices={choices} />
    </Stack>
  );
}

function standardOf(value: string | null): BasicsForm["standard"] {
  if (value === null) return null;
  const space = value.indexOf(" ");
  return { standardsId: value.slice(0, space), standardCode: value.slice(space + 1) };
}

/** `MS mulai 80 % · MMS mulai 68 % · KMS`: the last one has no lower end worth saying. */
function categoriesText(choices: PlanningChoices, purpose: Purpose, from: string): string {
  const own = choices.categories.find((one) => one.purpose === purpose)?.categories ?? [];
  return own.map(({ name, fromPercent }) => (fromPercent > 0 ? `${name} ${from.replace("{{percent}}", formatPercent(fromPercent, 0))}` : name)).join(" · ");
}

function StandardPreview({ form, choices }: Pick<Props, "form" | "choices">) {
  const { t } = useTranslation("planning");
  const standards = choices.standards.find(({ configuration }) => configuration.id === form.standard?.standardsId);
  const position = standards?.positions.find(({ code }) => code === form.standard?.standardCode);
  if (!standards || !position) return null;
  const names = new Map(choices.competencies.map(({ code, name }) => [code, name]));
  const order = choices.competencies.map(({ code }) => code).filter((code) => code in position.required);
  return (
    <Stack gap="sm">
      <ScrollTable
        caption={`${t("basics.required")}: ${position.title}`}
        columns={[{ label: t("basics.competency") }, { label: t("basics.level"), align: "right" }]}
        rows={order.map((code) => [names.get(code) ?? code, String(position.required[code])])}
      />
      {position.note ? (
        <Text size="sm" c="dimmed">
          {position.note}
        </Text>
      ) : null}
      <Dl items={[{ term: t("basics.legalBasis"), value: standards.configuration.legalBasis }]} />
    </Stack>
  );
}
