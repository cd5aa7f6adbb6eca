import { useQuery } from "@tanstack/react-query";
import { IconCalendarTime } from "@tabler/icons-react";
import { useTranslation } from "../../../words/use-translation.ts";
import { ButtonLink } from "../../../app/link.tsx";
import { formatDate, formatTime } from "../../../ui/format.ts";
import { addresses } from "../addresses.ts";
import { lobbyQuery, sittingOfAttempt } from "../queries.ts";
import { useAttempt } from "../session/use-attempt-session.ts";

/** Where others have a clock: until when one may go on, and the way out for today. */
export default function UntilWhen({ className }: { className: string | undefined }) {
  const { t } = useTranslation("form");
  const { session, state } = useAttempt();
  const { data } = useQuery(lobbyQuery);
  const { status } = state;
  if (status?.state !== "running") return null;
  const timeZone = sittingOfAttempt(data, session.attemptId)?.timeZone ?? "Asia/Jakarta";
  return (
    <div className={className}>
      <IconCalendarTime size={20} stroke={1.7} aria-hidden />
      <span>{t("until", { date: formatDate(status.deadlineMs, timeZone), time: formatTime(status.deadlineMs, timeZone) })}</span>
      <ButtonLink to={addresses.lobby} variant="subtle" px="xs" mih={44}>
        {t("later")}
      </ButtonLink>
    </div>
  );
}
