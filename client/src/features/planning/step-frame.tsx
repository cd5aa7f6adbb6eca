import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { Button, Group, Text } from "@mantine/core";
import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { assessmentPath, stepSearch } from "./addresses.ts";
import { LeaveGuard } from "../../app/leave-guard.tsx";
import { PlanRefusal } from "./plan-refusal.tsx";
import classes from "./planning.module.css";
import { useReload } from "./queries.ts";
import { type Step, stepAfter, stepBefore, steps } from "./steps.ts";
import type { StepSaving } from "./use-step-saving.ts";

type Props = {
  assessment: Pick<AssessmentDetail, "id">;
  step: Step;
  hint: string;
  children: ReactNode;
  /** Absent where every action saves at once. */
  form?: { dirty: boolean; saving: StepSaving; onSave: (goOn: boolean) => void };
  actions?: ReactNode;
  error?: unknown;
};

/** The heading, the refusal and the way on, the same for every step. */
export function StepFrame({ assessment, step, hint, children, form, actions, error }: Props) {
  const { t } = useTranslation("planning");
  const titleId = useId();
  const reload = useReload(assessment.id);
  const before = stepBefore(step);
  const address = assessmentPath(assessment.id);
  const dirty = form?.dirty ?? false;
  return (
    <section aria-labelledby={titleId} className={classes.frame}>
      <header>
        <p className={classes.counter}>{t("steps.counter", { number: steps.indexOf(step) + 1, count: steps.length })}</p>
        <h2 id={titleId}>{t(`steps.${step}`)}</h2>
        <p className={classes.hint}>{hint}</p>
      </header>
      {children}
      <PlanRefusal error={form?.saving.error ?? error} onReload={() => void reload()} />
      <footer className={classes.footer}>
        {before ? (
          <ButtonLink to={address} search={stepSearch(before)} variant="default" leftSection={<IconArrowLeft size={16} stroke={1.8} />}>
            {t("steps.previous")}
          </ButtonLink>
        ) : (
          <span />
        )}
        <Group gap="sm">
          {actions}
          {form && dirty ? (
            <>
              <Button variant="default" loading={form.saving.isPending} onClick={() => form.onSave(false)}>
                {t("steps.save")}
              </Button>
              <Button loading={form.saving.isPending} onClick={() => form.onSave(true)} rightSection={<IconArrowRight size={16} stroke={1.8} />}>
                {t("steps.saveNext")}
              </Button>
            </>
          ) : step === "review" ? null : (
            <NextLink to={address} step={step} saved={form !== undefined} />
          )}
        </Group>
      </footer>
      {form ? <LeaveGuard when={() => dirty && !form.saving.isSaved()} title={t("steps.leaveTitle")} text={t("steps.leaveText")} confirm={t("steps.leave")} /> : null}
    </section>
  );
}

function NextLink({ to, step, saved }: { to: string; step: Step; saved: boolean }) {
  const { t } = useTranslation("planning");
  return (
    <>
      {saved ? (
        <Text component="output" size="sm" c="dimmed">
          {t("steps.draftSaved")}
        </Text>
      ) : null}
      <ButtonLink to={to} search={stepSearch(stepAfter(step))} rightSection={<IconArrowRight size={16} stroke={1.8} />}>
        {t("steps.next")}
      </ButtonLink>
    </>
  );
}
