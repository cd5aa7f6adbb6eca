import type { AssessmentDetail, PlanningChoices } from "@kompeten/shared/contracts/planning";
import { Button, MultiSelect, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { SidePanel } from "../../ui/side-panel.tsx";
import { PlanRefusal } from "./plan-refusal.tsx";
import { useChange, useReload } from "./queries.ts";

const max = 6;
type Props = { assessment: AssessmentDetail; assessors: PlanningChoices["assessors"]; enrolmentIds: string[]; onClose: () => void; onDone: () => void };

/** The same assessors for all selected candidates. In an open assessment they can only be added. */
export function AssignPanel({ assessment, assessors, enrolmentIds, onClose, onDone }: Props) {
  const { t } = useTranslation("planning");
  const draft = assessment.state === "draft";
  const [accountIds, setAccountIds] = useState<string[]>([]);
  const [mode, setMode] = useState<"replace" | "add">(draft ? "replace" : "add");
  const change = useChange(assessment);
  const reload = useReload(assessment.id);
  function apply() {
    change.mutate(
      { method: "put", to: "assessors", body: { enrolmentIds, accountIds, mode } },
      {
        onSuccess: () => {
          onDone();
          onClose();
        },
      },
    );
  }
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={t("assessors.assignTitle", { count: enrolmentIds.length })}
      size="md"
      footer={
        <Button onClick={apply} disabled={mode === "add" && accountIds.length === 0} loading={change.isPending}>
          {t("candidates.apply")}
        </Button>
      }
    >
      <Stack gap="md">
        <MultiSelect
          label={t("assessors.assessor")}
          description={t("assessors.max", { max })}
          data={assessors.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          value={accountIds}
          onChange={setAccountIds}
          maxValues={max}
          searchable
          hidePickedOptions
        />
        {draft ? (
          <Radio.Group label={t("assessors.mode")} value={mode} onChange={(next) => setMode(next === "add" ? "add" : "replace")}>
            <Stack gap="xs" mt={4}>
              <Radio value="replace" label={t("assessors.replace")} />
              <Radio value="add" label={t("assessors.addMode")} />
            </Stack>
          </Radio.Group>
        ) : (
          <Text size="sm">{t("assessors.openHint")}</Text>
        )}
        <PlanRefusal error={change.error} onReload={() => void reload()} />
      </Stack>
    </SidePanel>
  );
}
