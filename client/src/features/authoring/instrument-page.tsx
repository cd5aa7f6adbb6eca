import { Alert, Switch } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { BlockView } from "../../ui/block-view.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Dl } from "../../ui/dl.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { instrumentPath } from "./addresses.ts";
import { InstrumentStateBadge } from "./instrument-state.tsx";
import { PaperView } from "./paper-view.tsx";
import classes from "./paper.module.css";
import { competencyNamesQuery, instrumentQuery, keyQuery, usePublish } from "./queries.ts";

const route = getRouteApi(`/shell${instrumentPath("$versionId")}`);

export function InstrumentPage() {
  const { versionId } = route.useParams() as { versionId: string };
  const { t } = useTranslation("authoring");
  const mayAuthor = sessionMay(useSession(), "instrument.author");
  const [withKey, setWithKey] = useState(false);
  const { data: instrument, error, refetch } = useQuery(instrumentQuery(versionId));
  const names = useQuery(competencyNamesQuery).data ?? {};
  const key = useQuery({ ...keyQuery(versionId), enabled: mayAuthor && withKey });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!instrument) return <Loading lines={8} />;
  const competencies = instrument.competencies.map((code) => names[code] ?? code).join(", ");
  return (
    <>
      <PageHeader
        title={instrument.title}
        above={<TextLink to={paths.authoring}>{t("back")}</TextLink>}
        aside={<InstrumentStateBadge state={instrument.state} />}
        actions={mayAuthor && instrument.state === "draft" ? <PublishButton versionId={versionId} version={instrument.version} /> : null}
      />
      {instrument.state === "published" ? null : (
        <Alert mb="md" color={instrument.state === "draft" ? "yellow" : "gray"} icon={<IconPencil size={18} aria-hidden />}>
          {t(instrument.state === "draft" ? "draftNote" : "retiredNote")}
        </Alert>
      )}
      <section className={classes.facts}>
        <Dl
          columns={2}
          items={[
            { term: t("facts.kind"), value: t(`kind.${instrument.kind}`) },
            { term: t("facts.duration"), value: instrument.durationSeconds === null ? t("noLimit") : t("minutes", { count: instrument.durationSeconds / 60 }) },
            { term: t("facts.code"), value: instrument.code },
            { term: t("facts.version"), value: instrument.version },
            { term: t("facts.competencies"), value: competencies || t("notFor") },
            { term: t("facts.summary"), value: instrument.summary },
          ]}
        />
        <details className={classes.instructions}>
          <summary>{t("instructions")}</summary>
          <BlockView blocks={[{ type: "text", text: instrument.candidateInstructions }]} />
        </details>
      </section>
      <div className={classes.previewHead}>
        <div>
          <h2>{t("preview")}</h2>
          {instrument.kind === "test" ? <p>{t("previewNote")}</p> : null}
        </div>
        {mayAuthor ? <Switch label={t("key.show")} description={t("key.hint")} checked={withKey} onChange={(event) => setWithKey(event.currentTarget.checked)} className={classes.keySwitch ?? ""} /> : null}
      </div>
      {key.error && withKey ? <ProblemNotice error={key.error} onRetry={() => void key.refetch()} /> : null}
      <PaperView paper={instrument.paper} answer={withKey ? key.data?.key : undefined} names={names} />
    </>
  );
}

function PublishButton({ versionId, version }: { versionId: string; version: number }) {
  const { t } = useTranslation("authoring");
  const publish = usePublish(versionId);
  return (
    <ConfirmButton
      title={t("publish.title", { version })}
      consequence={t("publish.consequence")}
      confirmLabel={t("publish.action")}
      pending={publish.isPending}
      error={publish.error ? errorText(publish.error, "authoring") : undefined}
      onConfirm={() => publish.mutateAsync()}
    >
      {t("publish.action")}
    </ConfirmButton>
  );
}
