import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { Checkbox, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconClockCheck, IconClockPause, IconEyeOff, IconFlag, IconLock, IconMail, IconPackage, IconWifi, IconWifi1, IconWifiOff, type Icon } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { formatClock, formatDate, formatNip, formatTime } from "../../ui/format.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { connection, isAway, isHeld, type RowState, rowState, secondsLeft } from "./attempt-row.rules.ts";
import type { Marks } from "./room-record.rules.ts";
import { serverNowAt } from "./room-view.rules.ts";
import { useSecond } from "./use-second.ts";

const tones = { waiting: "neutral", ready: "info", running: "active", paused: "caution", submitted: "good", expired: "caution", ended: "caution" } as const satisfies Record<RowState, string>;

export function Name({ attempt, selected, onToggle }: { attempt: SupervisedAttempt; selected?: boolean; onToggle?: () => void }) {
  const { t } = useTranslation("proctoring");
  return (
    <Group gap="sm" wrap="nowrap">
      {onToggle ? <Checkbox aria-label={t("select", { name: attempt.candidate.name })} checked={selected === true} onChange={onToggle} onClick={(event) => event.stopPropagation()} /> : null}
      <div>
        <Text fw={600} size="sm">
          {attempt.candidate.name}
        </Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
          {formatNip(attempt.candidate.login)}
        </Text>
      </div>
    </Group>
  );
}

export function State({ attempt }: { attempt: SupervisedAttempt }) {
  const { t } = useTranslation("proctoring");
  return (
    <>
      <StatusBadge tone={tones[rowState(attempt)]}>{t(`state.${rowState(attempt)}`)}</StatusBadge>
      {attempt.timeUnacknowledged ? <Sign icon={IconAlertTriangle} text={t("unacknowledged")} /> : null}
    </>
  );
}

export function TimeLeft({ attempt, clockMs, timeZone }: { attempt: SupervisedAttempt; clockMs: number; timeZone: string }) {
  const { t } = useTranslation("proctoring");
  useSecond();
  const seconds = secondsLeft(attempt, serverNowAt(clockMs));
  if (attempt.withoutLimit && attempt.state !== "closed")
    return (
      <>
        <Text size="sm">{t("noLimit")}</Text>
        {attempt.deadlineMs === null ? null : (
          <Text size="xs" c="dimmed">
            {t("until", { at: formatDate(attempt.deadlineMs, timeZone) })}
          </Text>
        )}
      </>
    );
  if (seconds === null || attempt.deadlineMs === null) return "–";
  return (
    <>
      <Text fw={600} size="sm">
        {formatClock(seconds)}
      </Text>
      <Text size="xs" c="dimmed">
        {t("until", { at: formatTime(attempt.deadlineMs, timeZone) })}
      </Text>
    </>
  );
}

const glyphs = { on: IconWifi, slow: IconWifi1, off: IconWifiOff } as const;

export function Connection({ attempt, timeZone }: { attempt: SupervisedAttempt; timeZone: string }) {
  const { t } = useTranslation("proctoring");
  const state = connection(attempt);
  const Glyph = state === "idle" ? null : glyphs[state];
  const at = attempt.lineSinceMs === null ? "" : formatTime(attempt.lineSinceMs, timeZone);
  return (
    <>
      {Glyph ? (
        <Group gap={6} wrap="nowrap" fw={state === "on" ? 400 : 600}>
          <Glyph size={16} stroke={1.8} aria-hidden />
          {t(`connection.${state}`)}
        </Group>
      ) : (
        t("connection.idle")
      )}
      {state === "off" && attempt.lineSinceMs !== null ? (
        <Text size="xs" c="dimmed">
          {t("offSince", { at })}
        </Text>
      ) : null}
      {state === "slow" ? (
        <Text size="xs" c="dimmed">
          {t("roundTrip", { count: attempt.roundTripMs ?? 0 })}
        </Text>
      ) : null}
    </>
  );
}

/** What asks for a look: nothing where all is well. */
export function Signs({ attempt, marks, timeZone }: { attempt: SupervisedAttempt; marks: Marks; timeZone: string }) {
  const { t } = useTranslation("proctoring");
  // T8: whoever leaves a form for days does nothing that asks for a look.
  const awayCount = attempt.withoutLimit ? 0 : attempt.awayCount;
  const away = isAway(attempt);
  return (
    <>
      {isHeld(attempt, marks) ? <Sign strong icon={IconLock} text={t("sign.held")} /> : null}
      {attempt.unsaved > 0 ? <Sign strong icon={IconAlertTriangle} text={t("sign.unsaved", { count: attempt.unsaved })} /> : null}
      {away ? <Sign strong icon={IconEyeOff} text={t("sign.awayNow", { at: formatTime(attempt.awaySinceMs ?? 0, timeZone) })} /> : null}
      {awayCount > 0 && !away ? <Sign icon={IconEyeOff} text={t("sign.away", { count: awayCount })} /> : null}
      {marks.incidents > 0 ? <Sign icon={IconFlag} text={t("sign.incident", { count: marks.incidents })} /> : null}
      {marks.unread > 0 ? <Sign icon={IconMail} text={t("sign.unread", { count: marks.unread })} /> : null}
      {attempt.setAside > attempt.late ? <Sign icon={IconPackage} text={t("sign.setAside", { count: attempt.setAside - attempt.late })} /> : null}
      {attempt.late > 0 ? <Sign icon={IconClockPause} text={t("sign.late", { count: attempt.late })} /> : null}
      {attempt.lateCounted > 0 ? <Sign icon={IconClockCheck} text={t("sign.lateCounted", { count: attempt.lateCounted })} /> : null}
    </>
  );
}

export function Sign({ icon: Glyph, text, strong = false }: { icon: Icon; text: string; strong?: boolean }) {
  return (
    <Group gap={4} wrap="nowrap" mt={2}>
      <Glyph size={14} aria-hidden style={{ flex: "none" }} />
      <Text size="xs" fw={strong ? 600 : 400}>
        {text}
      </Text>
    </Group>
  );
}
