import type { AssessmentDetail, PlannedSitting } from "@kompeten/shared/contracts/planning";
import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { useTranslation } from "../../words/use-translation.ts";
import { browserExamKeysMax, keyDigits, keysOfText } from "./browser-keys.rules.ts";
import { PlanRefusal } from "./plan-refusal.tsx";
import { browserKeysQuery, useBrowserKeys, useReload } from "./queries.ts";

type Props = { assessment: AssessmentDetail; sitting: PlannedSitting };

/** R5: in which programs a sitting may be taken, by their Browser Exam Keys. */
export function BrowserKeys({ assessment, sitting }: Props) {
  const { t } = useTranslation("planning");
  const [opened, setOpened] = useState(false);
  const { data, error, refetch } = useQuery(browserKeysQuery(assessment.id, sitting.id));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <>
      <Text size="sm" c="dimmed">
        {data.keys.length === 0 ? t("browserKeys.none") : t("browserKeys.some", { count: data.keys.length })}
      </Text>
      {assessment.state === "closed" ? null : (
        <Button size="xs" variant="default" my={4} aria-label={t("browserKeys.openNamed", { title: sitting.title })} onClick={() => setOpened(true)}>
          {t("browserKeys.open")}
        </Button>
      )}
      <SidePanel opened={opened} onClose={() => setOpened(false)} title={t("browserKeys.title")} subtitle={sitting.title}>
        <Form assessment={assessment} sitting={sitting} entered={data.keys} />
      </SidePanel>
    </>
  );
}

function Form({ assessment, sitting, entered }: Props & { entered: readonly string[] }) {
  const { t } = useTranslation(["planning", "common"]);
  const [text, setText] = useState(entered.join("\n"));
  const [tried, setTried] = useState(false);
  const saving = useBrowserKeys(assessment, sitting.id);
  const reload = useReload(assessment.id);
  const { keys, faults } = keysOfText(text);
  const tooMany = keys.length > browserExamKeysMax;
  const faulty = faults.length > 0 || tooMany;
  function save() {
    setTried(true);
    if (!faulty) saving.mutate(keys);
  }
  const shown = [
    ...(tooMany ? [t("browserKeys.tooMany", { max: browserExamKeysMax, count: keys.length })] : []),
    ...faults.map((fault) => (fault.fault === "digit" ? t("browserKeys.digit", { ...fault, digits: keyDigits }) : t("browserKeys.length", { ...fault, digits: keyDigits }))),
  ];
  return (
    <Stack gap="md">
      <Text size="sm">{t("browserKeys.why")}</Text>
      <Text size="sm">{t("browserKeys.where")}</Text>
      <Textarea
        label={t("browserKeys.label")}
        description={t("browserKeys.help", { digits: keyDigits, max: browserExamKeysMax })}
        rows={6}
        value={text}
        maxLength={10_000}
        spellCheck={false}
        autoComplete="off"
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        error={tried && faulty ? <span style={{ whiteSpace: "pre-line" }}>{shown.join("\n")}</span> : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          saving.reset();
        }}
      />
      <PlanRefusal error={saving.error} onReload={() => void reload()} />
      <Group gap="sm">
        <Button onClick={save} loading={saving.isPending}>
          {t("common:action.save")}
        </Button>
        <Text component="output" size="sm">
          {saving.isSuccess ? (keys.length === 0 ? t("browserKeys.savedNone") : t("browserKeys.saved", { count: keys.length })) : ""}
        </Text>
      </Group>
    </Stack>
  );
}
