import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { useGo } from "../../app/link.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { assessmentPath, stepSearch } from "./addresses.ts";
import { AssessorLoad } from "./assessor-load.tsx";
import { BasicsSummary, InstrumentsSummary, MatrixSummary, SittingsSummary } from "./plan-summary.tsx";
import classes from "./planning.module.css";
import { reasonsOf } from "./problem-text.ts";
import { useChange, useReload } from "./queries.ts";
import { StepFrame } from "./step-frame.tsx";
import type { Step } from "./steps.ts";

export function StepReview({ assessment }: { assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const { enrolments, instruments, sittings } = assessment;
  return (
    <StepFrame assessment={assessment} step="review" hint={t("review.hint")} actions={<OpenButton assessment={assessment} />}>
      <Part assessment={assessment} step="purpose">
        <BasicsSummary assessment={assessment} />
      </Part>
      {instruments.length > 0 ? (
        <>
          <Part assessment={assessment} step="instruments">
            <InstrumentsSummary assessment={assessment} />
          </Part>
          <Part assessment={assessment} step="matrix">
            <MatrixSummary assessment={assessment} />
          </Part>
        </>
      ) : null}
      {sittings.length > 0 ? (
        <Part assessment={assessment} step="sittings">
          <SittingsSummary assessment={assessment} />
        </Part>
      ) : null}
      {enrolments.length > 0 ? (
        <Part assessment={assessment} step="candidates">
          <Text>{t("sittings.seated", { count: enrolments.length })}</Text>
        </Part>
      ) : null}
      {enrolments.some((candidate) => candidate.assessors.length > 0) ? (
        <Part assessment={assessment} step="assessors">
          <AssessorLoad candidates={enrolments} />
        </Part>
      ) : null}
    </StepFrame>
  );
}

function Part({ assessment, step, children }: { assessment: AssessmentDetail; step: Step; children: ReactNode }) {
  const { t } = useTranslation("planning");
  return (
    <section className={classes.part}>
      <header>
        <h3>{t(`steps.${step}`)}</h3>
        <TextLink to={assessmentPath(assessment.id)} search={stepSearch(step)} aria-label={t("review.changeStep", { step: t(`steps.${step}`) })} size="sm">
          {t("review.change")}
        </TextLink>
      </header>
      {children}
    </section>
  );
}

/** Irreversible, so it says what happens; a plan with errors cannot even be asked to open, and the reason stands beside. */
function OpenButton({ assessment }: { assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const change = useChange(assessment);
  const reload = useReload(assessment.id);
  const go = useGo();
  const { errors, warnings } = assessment.problems;
  const [first] = assessment.sittings.toSorted((a, b) => a.windowStart.localeCompare(b.windowStart));
  async function open() {
    try {
      await change.mutateAsync({ method: "post", to: "opening", body: {} });
    } catch (error) {
      // The list beside shows what stands in the way now.
      void reload();
      throw error;
    }
    await go(assessmentPath(assessment.id), { replace: true });
  }
  return (
    <>
      {errors > 0 ? (
        <Text size="sm" c="dimmed">
          {t("review.blocked", { count: errors })}
        </Text>
      ) : null}
      <ConfirmButton
        title={t("review.openTitle")}
        confirmLabel={t("review.confirm")}
        disabled={errors > 0}
        pending={change.isPending}
        error={change.error ? [errorText(change.error, "planning"), ...reasonsOf(change.error).slice(0, 5)].join(" ") : undefined}
        onConfirm={open}
        consequence={
          <ul className={classes.reasons}>
            <li>{t("review.willAccounts", { count: assessment.enrolments.length })}</li>
            {first ? <li>{t("review.willStart", { at: formatDateTime(first.windowStart, first.timeZone) })}</li> : null}
            <li>{t("review.willFix")}</li>
            {warnings > 0 ? <li>{t("review.warnings", { count: warnings })}</li> : null}
          </ul>
        }
      >
        {t("review.open")}
      </ConfirmButton>
    </>
  );
}
