import type { DeviceCheckBody, DeviceCheckView } from "@kompeten/shared/contracts/device-check";
import { checkedLines, verdictOf, verdictsOf, type DeviceFindings } from "@kompeten/shared/contracts/device-check-rules";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { apiPost } from "../../../api/client.ts";
import { useSession } from "../../../api/session.ts";
import { ProblemNotice } from "../../../app/problem-notice.tsx";
import { foundTexts } from "../../../ui/device-check/found.ts";
import { DeviceCheckLines } from "../../../ui/device-check/lines.tsx";
import { formatDateTime } from "../../../ui/format.ts";
import { useTranslation } from "../../../words/use-translation.ts";
import lobbyClasses from "../lobby/lobby.module.css";
import classes from "./before-the-day.module.css";
import { Part } from "./part.tsx";

type Props = { checkId: string; atMs: number; findings: DeviceFindings; onKept: (latest: DeviceCheckView) => void; onAgain: () => void };

/** What a check found, and that the server has it: said only when it has (J8). */
export function CheckResult({ checkId, atMs, findings, onKept, onAgain }: Props) {
  const { t } = useTranslation("before-the-day");
  const { agency } = useSession();
  const keep = useMutation({
    mutationFn: () => apiPost<DeviceCheckView>("/api/my-device-checks", { checkId, findings } satisfies DeviceCheckBody),
    onSuccess: onKept,
    // Without a line it fails and says so, instead of waiting for one as if it were under way.
    networkMode: "always",
  });
  const { mutate } = keep;
  useEffect(() => mutate(), [mutate]);
  return (
    <>
      <Part title={t(`result.verdict.${verdictOf(findings)}`)} replaces>
        <p className={classes.dimmed}>{t("result.at", { at: formatDateTime(atMs, agency.timeZone) })}</p>
        <p role="status" className={classes.dimmed}>
          {keep.isPending ? t("result.keeping") : keep.isSuccess ? t("result.kept") : ""}
        </p>
        {keep.error ? <ProblemNotice title={t("result.notKept")} error={keep.error} namespace="before-the-day" onRetry={() => mutate()} /> : null}
        <DeviceCheckLines findings={findings} />
        <Button size="md" mt="md" onClick={onAgain}>
          {t("before.again")}
        </Button>
      </Part>
      <Summary atMs={atMs} findings={findings} />
    </>
  );
}

function Summary({ atMs, findings }: Pick<Props, "atMs" | "findings">) {
  const { t } = useTranslation(["before-the-day", "device-check"]);
  const { t: found } = useTranslation("device-check");
  const { account, agency } = useSession();
  const [copied, setCopied] = useState<"copied" | "notCopied" | null>(null);
  const verdicts = verdictsOf(findings);
  const lines = [
    t("summary.head", { name: account.name, at: formatDateTime(atMs, agency.timeZone), verdict: found(`verdict.${verdictOf(findings)}`) }),
    ...checkedLines.map((line) => t("summary.line", { line: found(`line.${line}`), verdict: found(`verdict.${verdicts[line]}`), found: foundTexts(found, line, findings).join(" ") })),
    navigator.userAgent,
  ];
  // The clipboard is there only over https.
  const copy = () => (navigator.clipboard?.writeText(lines.join("\n")) ?? Promise.reject(new Error("no clipboard"))).then(() => setCopied("copied"), () => setCopied("notCopied"));
  return (
    <Part title={t("summary.title")}>
      <p>{t("summary.text")}</p>
      <div className={classes.summary}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className={`${lobbyClasses.row} ${classes.after}`}>
        <Button size="md" variant="default" onClick={() => void copy()}>
          {t("summary.copy")}
        </Button>
        <span role="status">{copied ? t(`summary.${copied}`) : ""}</span>
      </div>
    </Part>
  );
}
