import type { SupervisedSitting } from "@kompeten/shared/contracts/supervision";
import { IconEye } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { TextLink } from "../../app/text-link.tsx";
import { formatDate, formatDateTime, formatTime } from "../../ui/format.ts";
import { NextCard, NextList } from "../../ui/next-card.tsx";
import { sittingsQuery } from "./queries.ts";

const shownMax = 5;

/** What waits here for this person, on the home page: the sittings of today with how far people are, and the next window. */
export default function ProctoringHomeCard() {
  const { t } = useTranslation("proctoring");
  const { data } = useQuery(sittingsQuery);
  const begun = data?.sittings.filter(({ windowStart }) => Date.parse(windowStart) <= data.serverNowMs) ?? [];
  const next = data?.sittings.filter(({ windowStart }) => Date.parse(windowStart) > data.serverNowMs) ?? [];
  // Where nobody is left there is nothing to see to.
  const isOver = ({ waiting, working: at }: SupervisedSitting) => Number(waiting + at === 0);
  const listed = [...begun.toSorted((a, b) => isOver(a) - isOver(b)), ...next].slice(0, shownMax);
  const working = begun.reduce((sum, sitting) => sum + sitting.working, 0);
  const countsOf = ({ waiting, working: at, finished }: SupervisedSitting) => (waiting + at + finished > 0 ? t("homeCard.counts", { waiting, working: at, finished }) : t("homeCard.nobody"));
  const [first] = next;
  const text = [
    begun.length > 0 ? t("homeCard.today", { count: begun.length }) : t("homeCard.noneToday"),
    first ? t("homeCard.next", { title: first.title, at: formatDateTime(first.windowStart, first.timeZone) }) : t("homeCard.noneNext"),
  ].join(" ");
  return (
    <NextCard
      wide
      icon={IconEye}
      title={t("title")}
      text={data ? text : t("purpose")}
      {...(data ? { figure: t("homeCard.figure", { count: working }) } : {})}
      action={
        <ButtonLink to={paths.proctoring} variant="light">
          {t("homeCard.open")}
        </ButtonLink>
      }
    >
      {listed.length > 0 ? (
        <NextList
          label={t("homeCard.list")}
          items={listed.map((sitting) => ({
            key: sitting.sittingId,
            head: (
              <TextLink to={paths.proctoring} search={{ kegiatan: sitting.assessmentId }} fw={600}>
                <span lang="id">{sitting.title}</span>
              </TextLink>
            ),
            note: `${sitting.assessmentTitle} · ${windowOf(sitting, data?.serverNowMs ?? 0)}`,
            figures: countsOf(sitting),
          }))}
        />
      ) : null}
    </NextCard>
  );
}

/** Times alone for what begins and ends today. */
function windowOf({ windowStart, windowEnd, timeZone }: SupervisedSitting, serverNowMs: number): string {
  const [today, from, to] = [serverNowMs, windowStart, windowEnd].map((at) => formatDate(at, timeZone));
  if (from !== to) return `${formatDateTime(windowStart, timeZone)} – ${formatDateTime(windowEnd, timeZone)}`;
  return `${from === today ? "" : `${from}, `}${formatTime(windowStart, timeZone)} – ${formatTime(windowEnd, timeZone)}`;
}
