import { IconClipboardText } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { withKept } from "../../../browser/kept-mark.ts";
import { useTranslation } from "../../../words/use-translation.ts";
import { ButtonLink } from "../../../app/link.tsx";
import { paths } from "../../../app/paths.ts";
import { ProblemNotice } from "../../../app/problem-notice.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Loading } from "../../../ui/loading.tsx";
import { addresses } from "../addresses.ts";
import { BarePage } from "../bare-page.tsx";
import { lobbyQuery } from "../queries.ts";
import { SittingCard } from "./sitting-card.tsx";

/** What this person has to take, when, and what comes next. */
export function LobbyPage() {
  const { t } = useTranslation(["sitting", "common"]);
  const lobby = useQuery(lobbyQuery);
  const { data } = lobby;
  useEffect(() => {
    // What ended while nobody was there has no business on this device any more; nor has a form that somebody may go on with in days.
    const running = data?.sittings.flatMap(({ attempts }) => attempts).filter(({ state, limitMs }) => state === "running" && limitMs !== null);
    if (running) void withKept((kept) => kept.forgetAllBut(running.map(({ attemptId }) => attemptId)));
  }, [data]);
  return (
    <BarePage
      title={t("lobby.title")}
      intro={t("lobby.intro")}
      aside={
        <ButtonLink to={addresses.deviceCheck} variant="default" mih={44}>
          {t("homeCard.check")}
        </ButtonLink>
      }
    >
      {lobby.error && !lobby.data ? <ProblemNotice error={lobby.error} namespace="sitting" onRetry={() => void lobby.refetch()} /> : null}
      {lobby.isPending ? <Loading lines={3} height={120} /> : null}
      {lobby.data?.sittings.length === 0 ? (
        <EmptyState
          icon={IconClipboardText}
          title={t("empty.title")}
          text={t("empty.text")}
          action={
            <ButtonLink to={paths.home} variant="default">
              {t("common:action.home")}
            </ButtonLink>
          }
        />
      ) : null}
      {lobby.data?.sittings.map((sitting) => <SittingCard key={sitting.sittingId} sitting={sitting} lobby={lobby.data} />)}
    </BarePage>
  );
}
