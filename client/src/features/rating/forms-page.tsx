import type { CandidateForms, FilledForm } from "@kompeten/shared/contracts/forms";
import type { Response } from "@kompeten/shared/attempt";
import { Button } from "@mantine/core";
import { IconForms, IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FormSectionView } from "../../ui/form-view/form-view.tsx";
import { formatDateTime, formatName, formatNip } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import classes from "./forms.module.css";
import { formsQuery } from "./queries.ts";

/** What a candidate told of themselves: read before the interview, and printed for it. */
export function FormsPage() {
  const { t } = useTranslation("rating");
  const { enrolmentId } = useParams({ strict: false }) as { enrolmentId: string };
  const { data, error, refetch } = useQuery(formsQuery(enrolmentId));
  const back = <TextLink to={paths.rating}>{t("desk.back")}</TextLink>;
  if (error)
    return (
      <>
        <PageHeader title={t("forms.title")} above={back} />
        <ProblemNotice error={error} namespace="rating" onRetry={() => void refetch()} />
      </>
    );
  if (!data) return <Loading lines={8} />;
  const { candidate, assessment, forms } = data;
  return (
    <>
      <PageHeader
        title={`${t("forms.title")}: ${formatName(candidate)}`}
        purpose={`${formatNip(candidate.nip)} · ${candidate.positionTitle} · ${assessment.title}`}
        above={back}
        actions={
          <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.7} />} disabled={forms.every(({ state }) => state !== "closed")} onClick={() => window.print()}>
            {t("forms.print")}
          </Button>
        }
      />
      {forms.length === 0 ? <EmptyState icon={IconForms} title={t("forms.none")} text={t("forms.noneText")} /> : null}
      {forms.length > 1 ? <Contents forms={forms} /> : null}
      <div className={classes.forms}>
        {forms.map((form) => (
          <Form key={form.attemptId} form={form} />
        ))}
      </div>
    </>
  );
}

function Contents({ forms }: Pick<CandidateForms, "forms">) {
  const { t } = useTranslation("rating");
  return (
    <nav className={classes.contents} aria-label={t("forms.contents")}>
      {forms.map(({ attemptId, title }) => (
        <a key={attemptId} href={`#formulir-${attemptId}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}

function Form({ form }: { form: FilledForm }) {
  const { t } = useTranslation("rating");
  const { agency } = useSession();
  return (
    <section id={`formulir-${form.attemptId}`} className={classes.form} data-state={form.state} aria-labelledby={`judul-${form.attemptId}`}>
      <h2 id={`judul-${form.attemptId}`}>{form.title}</h2>
      {form.state === "closed" ? (
        <>
          <p className={classes.meta}>{t(`forms.${form.closedReason}`, { at: formatDateTime(form.closedAt, agency.timeZone) })}</p>
          {form.paper.sections.map((section) => (
            <div key={section.id} className={classes.section}>
              <h3>{section.title}</h3>
              <FormSectionView section={section} responses={form.responses as Readonly<Record<string, Response>>} />
            </div>
          ))}
        </>
      ) : (
        <p className={classes.meta}>{t(form.state === "open" ? "forms.notYet" : "forms.absent")}</p>
      )}
    </section>
  );
}
