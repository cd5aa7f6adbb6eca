import type { NoticeBody } from "@kompeten/shared/contracts/lobby";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { apiPost } from "../../../api/client.ts";
import { ButtonLink, useGo } from "../../../app/link.tsx";
import { NotYours } from "../../../app/layout/fallbacks.tsx";
import { ProblemNotice } from "../../../app/problem-notice.tsx";
import { BlockView } from "../../../ui/block-view.tsx";
import { Loading } from "../../../ui/loading.tsx";
import { addresses } from "../addresses.ts";
import { BarePage } from "../bare-page.tsx";
import { lobbyQuery } from "../queries.ts";
import { newId } from "../../../browser/new-id.ts";
import classes from "./lobby.module.css";

/** What the data is for, before anything is collected; the acknowledgement goes into every attempt of the sitting. */
export function NoticePage() {
  const { t } = useTranslation("sitting");
  const { sittingId = "" } = useParams({ strict: false });
  const lobby = useQuery(lobbyQuery);
  const client = useQueryClient();
  const go = useGo();
  const [read, setRead] = useState(false);
  // One opId for this visit, so that pressing twice acknowledges once (J3).
  const [opId] = useState(newId);
  const acknowledge = useMutation({
    mutationFn: (noticeId: string) => apiPost(`/api/my-sittings/${sittingId}/notice`, { opId, noticeId } satisfies NoticeBody),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: lobbyQuery.queryKey });
      await go(addresses.lobby, { replace: true });
    },
  });
  const sitting = lobby.data?.sittings.find((candidate) => candidate.sittingId === sittingId);
  const notice = sitting?.notice;
  if (lobby.data && !notice) return <NotYours />;
  const back = { to: addresses.lobby, label: t("toLobby") };
  return (
    <BarePage title={notice?.title ?? t("notice.title")} {...(notice ? { intro: t("notice.version", { version: notice.version, sitting: sitting?.assessmentTitle ?? "" }) } : {})} back={back}>
      {lobby.error && !lobby.data ? <ProblemNotice error={lobby.error} onRetry={() => void lobby.refetch()} /> : null}
      {!notice ? (
        <Loading lines={6} />
      ) : (
        <section className={classes.panel}>
          {notice.purposes.length > 0 ? (
            <>
              <h2 className={classes.subtitle}>{t("notice.purposes")}</h2>
              <ul>
                {notice.purposes.map((purpose) => (
                  <li key={purpose}>{purpose}</li>
                ))}
              </ul>
            </>
          ) : null}
          <BlockView blocks={notice.body} headingLevel={2} />
          {notice.acknowledged ? (
            <div className={classes.row} style={{ marginTop: "1.5rem" }}>
              <p style={{ margin: 0 }}>{t("notice.already")}</p>
              <ButtonLink to={addresses.lobby}>{t("toLobby")}</ButtonLink>
            </div>
          ) : (
            <>
              <label className={classes.acknowledge}>
                <input type="checkbox" checked={read} onChange={(event) => setRead(event.currentTarget.checked)} />
                <span>{t("notice.read")}</span>
              </label>
              {acknowledge.error ? <ProblemNotice error={acknowledge.error} namespace="sitting" /> : null}
              <div className={classes.row} style={{ marginTop: "1rem" }}>
                <Button size="md" disabled={!read} loading={acknowledge.isPending} onClick={() => acknowledge.mutate(notice.noticeId)}>
                  {t("notice.confirm")}
                </Button>
                {read ? null : <span className={classes.dimmed}>{t("notice.why")}</span>}
              </div>
            </>
          )}
        </section>
      )}
    </BarePage>
  );
}
