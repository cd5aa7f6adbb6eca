import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { CandidatesTable } from "./candidates-table.tsx";
import { IssuedCards } from "./issued-cards.tsx";
import classes from "./planning.module.css";
import { useIssueCards } from "./queries.ts";
import { stillThere } from "./selection.rules.ts";

/** Issuing one-time passwords; what was issued stays on this page until it is left. */
export function CardsPart({ assessment }: { assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const issue = useIssueCards(assessment.id);
  const enrolmentIds = stillThere(selected, assessment.enrolments);
  const without = assessment.enrolments.filter(({ cardIssuedAt }) => cardIssuedAt === null).length;
  if (issue.data) {
    return (
      <IssuedCards
        assessment={assessment}
        issued={issue.data}
        onClose={() => {
          setSelected(new Set());
          issue.reset();
        }}
      />
    );
  }
  const error = issue.error ? errorText(issue.error, "planning") : undefined;
  return (
    <Stack gap="md">
      <p className={classes.hint}>{t("cards.hint")}</p>
      <Group gap="md">
        <Text fw={600}>{without > 0 ? t("cards.issueNewText", { count: without }) : t("cards.allIssued")}</Text>
        {without > 0 ? (
          <ConfirmButton title={t("cards.issueTitle")} consequence={t("cards.issueText")} pending={issue.isPending} error={error} onConfirm={() => issue.mutateAsync({})}>
            {t("cards.issueNew", { count: without })}
          </ConfirmButton>
        ) : null}
      </Group>
      <CandidatesTable
        assessment={assessment}
        caption={t("cards.caption")}
        shown={["unit", "sittings", "card"]}
        selection={{ chosen: new Set(enrolmentIds), onChange: setSelected }}
        actions={
          <ConfirmButton size="xs" title={t("cards.reissueTitle")} consequence={t("cards.reissueText")} pending={issue.isPending} error={error} onConfirm={() => issue.mutateAsync({ enrolmentIds })}>
            {t("cards.reissue", { count: enrolmentIds.length })}
          </ConfirmButton>
        }
      />
    </Stack>
  );
}
