import type { PlanningChoices } from "@kompeten/shared/contracts/planning";
import { Button } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useGo } from "../../app/link.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { assessmentPath, stepSearch } from "./addresses.ts";
import { basicsBody, BasicsFields, type BasicsForm } from "./basics-form.tsx";
import { LeaveGuard } from "../../app/leave-guard.tsx";
import { choicesQuery, useCreate } from "./queries.ts";
import { StepNav } from "./step-nav.tsx";
import { steps } from "./steps.ts";
import classes from "./planning.module.css";

/** The first step of a draft that does not exist yet; saving it makes one, with a number. */
export function NewAssessmentPage() {
  const { t } = useTranslation("planning");
  const { data: choices, error, refetch } = useQuery(choicesQuery);
  return (
    <>
      <PageHeader title={t("newTitle")} purpose={t("purpose")} above={<TextLink to={paths.planning}>{t("back")}</TextLink>} />
      <StepNav current="purpose" />
      <div className={classes.columns}>
        <div className={classes.main}>
          {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
          {!choices && !error ? <Loading lines={6} /> : null}
          {choices ? <FirstStep choices={choices} /> : null}
        </div>
        <aside className={classes.problems} aria-labelledby="plan-state">
          <h2 id="plan-state">{t("problems.title")}</h2>
          <p className={classes.hint}>{t("problems.before")}</p>
        </aside>
      </div>
    </>
  );
}

const empty: BasicsForm = { title: "", purpose: "position-filling", standard: null, offlineWindowMinutes: 30 };

function FirstStep({ choices }: { choices: PlanningChoices }) {
  const { t } = useTranslation("planning");
  const go = useGo();
  const create = useCreate();
  const [form, setForm] = useState(empty);
  const [tried, setTried] = useState(false);
  const saved = useRef(false);
  async function save() {
    setTried(true);
    const body = basicsBody(form);
    if (!body) return;
    try {
      const { id } = await create.mutateAsync(body);
      saved.current = true;
      await go(assessmentPath(id), { search: stepSearch("instruments"), replace: true });
    } catch {
      // Shown below, from the mutation.
    }
  }
  return (
    <section className={classes.frame} aria-labelledby="first-step">
      <header>
        <p className={classes.counter}>{t("steps.counter", { number: 1, count: steps.length })}</p>
        <h2 id="first-step">{t("steps.purpose")}</h2>
        <p className={classes.hint}>{t("basics.hint")}</p>
      </header>
      <BasicsFields form={form} onChange={setForm} choices={choices} showFaults={tried} />
      {create.error ? <ProblemNotice error={create.error} namespace="planning" /> : null}
      <footer className={classes.footer}>
        <span />
        <Button loading={create.isPending} onClick={() => void save()} rightSection={<IconArrowRight size={16} stroke={1.8} />}>
          {t("basics.create")}
        </Button>
      </footer>
      <LeaveGuard when={() => !saved.current && (form.title.trim() !== "" || form.standard !== null)} title={t("steps.leaveTitle")} text={t("steps.leaveText")} confirm={t("steps.leave")} />
    </section>
  );
}
