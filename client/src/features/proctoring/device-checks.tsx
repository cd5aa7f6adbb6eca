import type { DeviceChecksView } from "@kompeten/shared/contracts/device-check";
import { checkedLines, verdicts, verdictsOf, type Verdict } from "@kompeten/shared/contracts/device-check-rules";
import { NativeSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { browserName } from "../../ui/browser-name.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { adviceTexts, foundTexts, verdictTone } from "../../ui/device-check/found.ts";
import { formatDateTime, formatNip } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useTranslation } from "../../words/use-translation.ts";
import { deviceChecksQuery } from "./queries.ts";

type Props = { assessmentId: string; sittingId: string | undefined; timeZone: string; opened: boolean; onClose: () => void };
type Row = DeviceChecksView["candidates"][number];

/** B3: before the day, who has tried their device and what came out. */
export function DeviceChecks({ opened, onClose, ...room }: Props) {
  const { t } = useTranslation("proctoring");
  return (
    <SidePanel opened={opened} onClose={onClose} size="xl" title={t("deviceChecks.title")} subtitle={t("deviceChecks.text")}>
      {opened ? <Candidates {...room} /> : null}
    </SidePanel>
  );
}

const states = ["none", ...verdicts] as const;
const stateOf = ({ latest }: Row): "none" | Verdict => latest?.verdict ?? "none";

function Candidates({ assessmentId, sittingId, timeZone }: Omit<Props, "opened" | "onClose">) {
  const { t } = useTranslation(["proctoring", "device-check"]);
  const { t: found } = useTranslation("device-check");
  const { data, error, refetch } = useQuery(deviceChecksQuery({ assessmentId, sittingId }));
  const [wanted, setWanted] = useState("");
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={6} />;
  const count = (state: string) => data.candidates.filter((row) => stateOf(row) === state).length;
  const stateText = (state: "none" | Verdict) => (state === "none" ? t("deviceChecks.none") : found(`verdict.${state}`));
  const concerns = ({ latest }: Row) => {
    if (!latest) return [];
    const { findings } = latest;
    return checkedLines.filter((line) => verdictsOf(findings)[line] !== "ready").map((line) => ({ line, text: `${found(`line.${line}`)}: ${foundTexts(found, line, findings).join(" ")}`, advice: adviceTexts(found, line, findings).join(" ") }));
  };
  const columns: Column<Row>[] = [
    {
      id: "candidate",
      header: t("column.candidate"),
      cell: ({ name, login }) => (
        <>
          {name}
          <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
            {formatNip(login)}
          </Text>
        </>
      ),
      value: ({ name }) => name,
    },
    { id: "verdict", header: t("deviceChecks.verdict"), cell: (row) => <StatusBadge tone={row.latest ? verdictTone[row.latest.verdict] : "neutral"}>{stateText(stateOf(row))}</StatusBadge>, value: (row) => states.indexOf(stateOf(row)), csv: (row) => stateText(stateOf(row)) },
    { id: "at", header: t("deviceChecks.at"), cell: ({ latest }) => (latest ? formatDateTime(latest.atMs, timeZone) : "–"), value: ({ latest }) => latest?.atMs, csv: ({ latest }) => (latest ? formatDateTime(latest.atMs, timeZone) : "") },
    { id: "browser", header: t("deviceChecks.browser"), cell: ({ latest }) => browserName(latest?.userAgent ?? null) ?? "–", value: ({ latest }) => browserName(latest?.userAgent ?? null) ?? undefined },
    {
      id: "concerns",
      header: t("deviceChecks.concerns"),
      cell: (row) =>
        concerns(row).map(({ line, text, advice }) => (
          <Text key={line} size="sm">
            {text}
            <Text component="span" size="xs" c="dimmed" display="block">
              {advice}
            </Text>
          </Text>
        )),
      csv: (row) => concerns(row).map(({ text }) => text).join(" "),
    },
  ];
  return (
    <>
      <Text role="status" mb="sm">
        {t("deviceChecks.summary", { count: data.candidates.length, checked: data.candidates.length - count("none"), ready: count("ready"), attention: count("attention"), unusable: count("unusable") })}
      </Text>
      <DataTable
        caption={t("deviceChecks.caption")}
        columns={columns}
        rows={data.candidates.filter((row) => wanted === "" || stateOf(row) === wanted)}
        rowKey={({ enrolmentId }) => enrolmentId}
        withExport
        toolbar={<NativeSelect aria-label={t("deviceChecks.verdict")} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} data={[{ value: "", label: t("deviceChecks.all") }, ...states.map((state) => ({ value: state, label: stateText(state) }))]} />}
      />
    </>
  );
}
