import type { RatingDesk } from "@kompeten/shared/contracts/scoring";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { formatDateTime, formatName, formatNip } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { formsPath } from "./addresses.ts";
import { CaseWorkView } from "./case-work.tsx";
import classes from "./desk.module.css";
import { InBasketWorkView } from "./in-basket-work.tsx";
import { deskQuery } from "./queries.ts";
import { RatingStatus } from "./rating-status.tsx";
import { Sheet } from "./sheet.tsx";

/** One candidate's work on the left, the rubric and the assessor's own sheet on the right. */
export function DeskPage() {
  const { t } = useTranslation("rating");
  const { attemptId } = useParams({ strict: false }) as { attemptId: string };
  const { data, error, refetch } = useQuery(deskQuery(attemptId));
  const back = <TextLink to={paths.rating}>{t("desk.back")}</TextLink>;
  if (error) {
    return (
      <>
        <PageHeader title={t("title")} above={back} />
        <ProblemNotice error={error} namespace="rating" onRetry={() => void refetch()} />
      </>
    );
  }
  if (!data) return <Loading lines={8} />;
  // Another attempt, or the same one handed in, is another sheet.
  return <Desk key={`${data.attemptId} ${data.sheet.state}`} desk={data} />;
}

function Desk({ desk }: { desk: RatingDesk }) {
  const { t } = useTranslation("rating");
  const { agency } = useSession();
  const ended = t(desk.closedReason === "expired" ? "desk.expired" : desk.closedReason === "ended" ? "desk.ended" : "desk.handedIn", { at: formatDateTime(desk.closedAt, agency.timeZone) });
  return (
    <>
      <PageHeader
        title={formatName(desk.candidate)}
        purpose={`${formatNip(desk.candidate.nip)} · ${desk.candidate.positionTitle}${desk.candidate.unitName ? `, ${desk.candidate.unitName}` : ""}`}
        above={<TextLink to={paths.rating}>{t("desk.back")}</TextLink>}
        aside={<RatingStatus state={desk.sheet.state} />}
      />
      <p className={classes.facts}>
        <strong>{desk.instrument.title}</strong>
        <span>{t("desk.version", { version: desk.instrument.version })}</span>
        <span>{ended}</span>
        <span>{desk.assessment.title}</span>
        {desk.hasForms ? <TextLink fz="inherit" to={formsPath(desk.candidate.enrolmentId)}>{t("forms.open")}</TextLink> : null}
      </p>
      <div className={classes.columns}>
        <section className={classes.work} aria-label={t("desk.work")}>
          {desk.work.kind === "case" ? <CaseWorkView attemptId={desk.attemptId} work={desk.work} /> : <InBasketWorkView attemptId={desk.attemptId} work={desk.work} />}
        </section>
        <Sheet desk={desk} />
      </div>
    </>
  );
}
