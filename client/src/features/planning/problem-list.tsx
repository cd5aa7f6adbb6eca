import type { AssessmentDetail, PlanProblem } from "@kompeten/shared/contracts/planning";
import { Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { TextLink } from "../../app/text-link.tsx";
import { assessmentPath, stepSearch } from "./addresses.ts";
import classes from "./planning.module.css";
import { problemText } from "./problem-text.ts";
import { type Step, steps } from "./steps.ts";

/** Beside every step: what still prevents opening, each with the way to where it is mended. */
export function ProblemList({ assessment, perStep = 5 }: { assessment: AssessmentDetail; perStep?: number }) {
  const { t } = useTranslation("planning");
  const { errors, warnings, list } = assessment.problems;
  const groups = steps.map((step) => ({ step, own: list.filter((problem) => problem.step === step) })).filter(({ own }) => own.length > 0);
  return (
    <aside className={classes.problems} aria-labelledby="plan-state">
      <h2 id="plan-state">{t("problems.title")}</h2>
      {/* Announced when a save has changed it. */}
      <output className={classes.tally}>
        {errors > 0 ? (
          <span data-look="error">
            <IconCircleX size={16} stroke={2} aria-hidden /> {t("problems.errors", { count: errors })}
          </span>
        ) : null}
        {warnings > 0 ? (
          <span data-look="warning">
            <IconAlertTriangle size={16} stroke={2} aria-hidden /> {t("problems.warnings", { count: warnings })}
          </span>
        ) : null}
        {errors === 0 ? (
          <span data-look="done">
            <IconCircleCheck size={16} stroke={2} aria-hidden /> {t("problems.none")}
          </span>
        ) : null}
      </output>
      {groups.map(({ step, own }) => (
        <Group key={step} id={assessment.id} step={step} own={own} most={perStep} draft={assessment.state === "draft"} />
      ))}
    </aside>
  );
}

function Group({ id, step, own, most, draft }: { id: string; step: Step; own: readonly PlanProblem[]; most: number; draft: boolean }) {
  const { t } = useTranslation("planning");
  return (
    <section>
      <h3>
        {draft ? (
          <TextLink to={assessmentPath(id)} search={stepSearch(step)} aria-label={t("problems.go", { step: t(`steps.${step}`) })} inherit>
            {t(`steps.${step}`)}
          </TextLink>
        ) : (
          t(`steps.${step}`)
        )}
      </h3>
      <ul>
        {own.slice(0, most).map((problem, index) => (
          <li key={index} data-look={problem.severity}>
            {problem.severity === "error" ? (
              <IconCircleX size={15} stroke={2} role="img" aria-label={t("problems.error")} />
            ) : (
              <IconAlertTriangle size={15} stroke={2} role="img" aria-label={t("problems.warning")} />
            )}
            <span>{problemText(problem)}</span>
          </li>
        ))}
      </ul>
      {own.length > most ? (
        <Text size="xs" c="dimmed">
          {t("problems.more", { count: own.length - most })}
        </Text>
      ) : null}
    </section>
  );
}
