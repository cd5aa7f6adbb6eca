import type { RoomEntry } from "@kompeten/shared/contracts/room-record";
import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { TFunction } from "../../words/types.ts";
import { useTranslation } from "../../words/use-translation.ts";
import { formatTime } from "../../ui/format.ts";
import type { RecordView } from "./room-record.rules.ts";

type Incident = Extract<RoomEntry, { kind: "incident" }>;
type Props = { record: RecordView; timeZone: string };

/** R1, R2: what was said to one candidate and noted of them, newest first. */
export function CandidateRecord({ record, timeZone, seat }: Props & { seat: { enrolmentId: string; sittingId: string } }) {
  const { t } = useTranslation("proctoring");
  const entries = record.ofCandidate(seat);
  if (entries.length === 0) return <Text c="dimmed">{t("record.none")}</Text>;
  return (
    <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: "none" }}>
      {entries.map(({ entry, readAtMs }) =>
        entry.kind === "incident" ? (
          <IncidentItem key={entry.entryId} incident={entry} timeZone={timeZone} />
        ) : entry.kind === "message" ? (
          <Item key={entry.entryId} head={t("record.message", { at: formatTime(entry.atMs, timeZone), by: entry.by })} text={entry.text}>
            {readAtMs === null ? t("record.unread") : t("record.readAt", { at: formatTime(readAtMs, timeZone) })}
          </Item>
        ) : entry.kind === "browser-checked" ? (
          <Item key={entry.entryId} head={t(`record.browser.${entry.outcome}`)} text={hashesOf(t, entry)}>
            {formatTime(entry.atMs, timeZone)}
          </Item>
        ) : entry.kind === "entries-missing" ? (
          <Item key={entry.entryId} head={t("record.entriesMissing.head")} text={t("record.entriesMissing.text", { lastSeq: entry.lastSeq, seq: entry.seq })}>
            {formatTime(entry.atMs, timeZone)}
          </Item>
        ) : (
          <Item key={entry.entryId} head={t(entry.kind === "identity" ? `record.identity.${entry.outcome}` : `record.${entry.kind}`)} text={"reason" in entry ? (entry.reason ?? "") : ""}>
            {t("record.by", { at: formatTime(entry.atMs, timeZone), by: entry.by })}
          </Item>
        ),
      )}
    </Stack>
  );
}

/** What was expected and received, of the settings and of the program; the latter only where either is known. */
function hashesOf(t: TFunction<"proctoring">, { expected, received, request }: Extract<RoomEntry, { kind: "browser-checked" }>): string {
  const lines = [t("record.browser.config", { expected, received: received ?? "–" })];
  if (request && (request.expected.length > 0 || request.received !== null)) lines.push(t("record.browser.exam", { expected: request.expected.join("\n") || t("record.browser.any"), received: request.received ?? "–" }));
  return lines.join("\n");
}

/** The same of the whole room. */
export function RoomRecord({ record, timeZone, nameOf }: Props & { nameOf: (enrolmentId: string) => string }) {
  const { t } = useTranslation("proctoring");
  const { incidents, messages } = record;
  return (
    <Stack gap="lg">
      <section>
        <Heading>{t("record.incidents")}</Heading>
        {incidents.length === 0 ? <Text c="dimmed">{t("record.noIncidents")}</Text> : null}
        <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: "none" }}>
          {incidents.map((incident) => (
            <IncidentItem key={incident.entryId} incident={incident} timeZone={timeZone} whom={incident.enrolmentId === null ? t("record.everybody") : nameOf(incident.enrolmentId)} />
          ))}
        </Stack>
      </section>
      <section>
        <Heading>{t("record.messages")}</Heading>
        {messages.length === 0 ? <Text c="dimmed">{t("record.noMessages")}</Text> : null}
        <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: "none" }}>
          {messages.map(({ opId, atMs, by, text, toAll, to, read }) => (
            <Item key={opId} head={t("record.message", { at: formatTime(atMs, timeZone), by })} text={text}>
              {t(toAll ? "record.readByAll" : "record.readBy", { read, count: to })}
            </Item>
          ))}
        </Stack>
      </section>
    </Stack>
  );
}

function IncidentItem({ incident, timeZone, whom }: { incident: Incident; timeZone: string; whom?: string }) {
  const { t } = useTranslation("proctoring");
  return (
    <Item head={[t(`incident.${incident.category}`), whom].filter(Boolean).join(" · ")} text={incident.text}>
      {t("record.noted", { occurred: formatTime(incident.occurredAtMs, timeZone), at: formatTime(incident.atMs, timeZone), by: incident.by })}
    </Item>
  );
}

function Item({ head, text, children }: { head: string; text: string; children: ReactNode }) {
  return (
    <li>
      <Text size="sm" fw={600}>
        {head}
      </Text>
      <Text size="sm" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
        {text}
      </Text>
      <Text size="xs" c="dimmed">
        {children}
      </Text>
    </li>
  );
}

export function Heading({ children }: { children: ReactNode }) {
  return (
    <Text component="h3" size="sm" fw={700} m={0} mb="xs">
      {children}
    </Text>
  );
}
