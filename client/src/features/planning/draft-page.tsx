import type { AssessmentDetail, PlanningChoices } from "@kompeten/shared/contracts/planning";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PlanningStatus } from "./planning-status.tsx";
import { ProblemList } from "./problem-list.tsx";
import { choicesQuery } from "./queries.ts";
import { StepAssessors } from "./step-assessors.tsx";
import { StepCandidates } from "./step-candidates.tsx";
import { StepInstruments } from "./step-instruments.tsx";
import { StepMatrix } from "./step-matrix.tsx";
import { StepNav } from "./step-nav.tsx";
import { StepPurpose } from "./step-purpose.tsx";
import { StepReview } from "./step-review.tsx";
import { StepSittings } from "./step-sittings.tsx";
import { firstOpenStep, type Step, stepOf } from "./steps.ts";
import classes from "./planning.module.css";

export function DraftPage({ assessment }: { assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const { langkah } = useSearch({ strict: false }) as { langkah?: string };
  // Decided once: filling the last gap of a step must not turn the page by itself.
  const [resumed] = useState(() => firstOpenStep(assessment));
  const step = stepOf(langkah) ?? resumed;
  const { data: choices, error, refetch } = useQuery(choicesQuery);
  return (
    <>
      <PageHeader
        title={assessment.title}
        purpose={`${assessment.number} · ${t(`purposes.${assessment.purpose}`)} · ${assessment.standard.title}`}
        above={<TextLink to={paths.planning}>{t("back")}</TextLink>}
        aside={<PlanningStatus state={assessment.state} />}
      />
      <StepNav current={step} assessment={assessment} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
          {!choices && !error ? <Loading lines={6} /> : null}
          {choices ? <CurrentStep step={step} assessment={assessment} choices={choices} /> : null}
        </div>
        <ProblemList assessment={assessment} />
      </div>
    </>
  );
}

type Props = { step: Step; assessment: AssessmentDetail; choices: PlanningChoices };

/** A new version begins the forms anew from what is saved. */
function CurrentStep({ step, assessment, choices }: Props) {
  const given = { assessment, choices };
  const key = `${step} ${assessment.version}`;
  switch (step) {
    case "purpose":
      return <StepPurpose key={key} {...given} />;
    case "instruments":
      return <StepInstruments key={key} {...given} />;
    case "matrix":
      return <StepMatrix key={key} assessment={assessment} />;
    case "sittings":
      return <StepSittings key={key} assessment={assessment} />;
    // These two change the plan with every action, and keep their filter and selection meanwhile.
    case "candidates":
      return <StepCandidates assessment={assessment} />;
    case "assessors":
      return <StepAssessors {...given} />;
    case "review":
      return <StepReview assessment={assessment} />;
  }
}
