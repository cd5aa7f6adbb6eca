import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCircleX } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { TextLink } from "../../app/text-link.tsx";
import { assessmentPath, stepSearch } from "./addresses.ts";
import classes from "./planning.module.css";
import { isFilled, type Step, steps } from "./steps.ts";

type Props = { current: Step; /** Absent while nothing is saved yet: then only the first step can be gone to. */ assessment?: AssessmentDetail };

export function StepNav({ current, assessment }: Props) {
  const { t } = useTranslation("planning");
  return (
    <nav aria-label={t("steps.label")} className={classes.steps}>
      <ol>
        {steps.map((step, index) => (
          <li key={step} data-current={step === current || undefined}>
            {assessment ? (
              <TextLink to={assessmentPath(assessment.id)} search={stepSearch(step)} className={classes.step ?? ""} underline="never" {...(step === current ? { "aria-current": "step" } : {})}>
                <Mark step={step} number={index + 1} assessment={assessment} />
                <span>{t(`steps.${step}`)}</span>
              </TextLink>
            ) : (
              <span className={classes.step} {...(step === current ? { "aria-current": "step" } : { title: t("steps.firstSave"), "data-closed": true })}>
                <span className={classes.mark}>{index + 1}</span>
                <span>{t(`steps.${step}`)}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A number until something is there; then a sign with a shape of its own, and words for those who do not see it. */
function Mark({ step, number, assessment }: { step: Step; number: number; assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const own = assessment.problems.list.filter((problem) => problem.step === step);
  const errors = own.filter((problem) => problem.severity === "error").length;
  const warnings = own.length - errors;
  const filled = isFilled(step, assessment);
  const look = !filled ? "empty" : errors > 0 ? "error" : warnings > 0 ? "warning" : "done";
  const Glyph = { empty: undefined, error: IconCircleX, warning: IconAlertTriangle, done: IconCheck }[look];
  const said = { empty: "", error: t("steps.errors", { count: errors }), warning: t("steps.warnings", { count: warnings }), done: t("steps.done") }[look];
  return (
    <span className={classes.mark} data-look={look}>
      {Glyph ? <Glyph size={15} stroke={2.2} aria-hidden /> : number}
      {said ? <VisuallyHidden>{`${said}: `}</VisuallyHidden> : null}
    </span>
  );
}
