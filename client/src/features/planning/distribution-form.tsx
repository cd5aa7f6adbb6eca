import type { AssessmentDetail, PlanningChoices } from "@kompeten/shared/contracts/planning";
import { Button, Fieldset, Group, MultiSelect, NumberInput, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { PlanRefusal } from "./plan-refusal.tsx";
import classes from "./planning.module.css";
import { useChange, useReload } from "./queries.ts";

const perCandidateMin = 2;
const perCandidateMax = 6;

type Props = {
  assessment: AssessmentDetail;
  assessors: PlanningChoices["assessors"];
  /** Another change of this plan is on its way: what is sent meanwhile would be refused for its version. */
  busy: boolean;
};

export function DistributionForm({ assessment, assessors, busy }: Props) {
  const { t } = useTranslation("planning");
  // Whoever leads the meeting stays out of the rating unless chosen.
  const [pool, setPool] = useState(() => assessors.map(({ accountId }) => accountId).filter((id) => id !== assessment.lead?.accountId));
  const [perCandidate, setPerCandidate] = useState<number | string>(perCandidateMin);
  const change = useChange(assessment);
  const reload = useReload(assessment.id);
  const count = Number(perCandidate);
  const valid = Number.isInteger(count) && count >= perCandidateMin && count <= perCandidateMax && pool.length >= count;
  const assigned = assessment.enrolments.some((candidate) => candidate.assessors.length > 0);
  const distribute = () => change.mutateAsync({ method: "post", to: "assessor-distribution", body: { accountIds: pool, perCandidate: count } });
  return (
    <Fieldset legend={t("assessors.distribution")}>
      <p className={classes.hint}>{t("assessors.distributionHint")}</p>
      <Group align="flex-end" gap="md" mt="sm">
        <MultiSelect
          label={t("assessors.pool")}
          data={assessors.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          value={pool}
          onChange={setPool}
          searchable
          hidePickedOptions
          flex="1 1 20rem"
        />
        <NumberInput label={t("assessors.perCandidate")} value={perCandidate} onChange={setPerCandidate} min={perCandidateMin} max={perCandidateMax} allowDecimal={false} w={170} />
        {assigned ? (
          <ConfirmButton
            title={t("assessors.redistributeTitle")}
            consequence={t("assessors.redistributeText")}
            confirmLabel={t("assessors.distribute")}
            disabled={!valid || busy}
            pending={change.isPending}
            error={change.error ? errorText(change.error, "planning") : undefined}
            onConfirm={distribute}
          >
            {t("assessors.distribute")}
          </ConfirmButton>
        ) : (
          <Button disabled={!valid || busy} loading={change.isPending} onClick={() => void distribute().catch(() => undefined)}>
            {t("assessors.distribute")}
          </Button>
        )}
      </Group>
      {pool.length < Math.max(perCandidateMin, count) ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t("assessors.tooFew", { min: Math.max(perCandidateMin, count || 0) })}
        </Text>
      ) : null}
      {assigned ? null : <PlanRefusal error={change.error} onReload={() => void reload()} />}
    </Fieldset>
  );
}
