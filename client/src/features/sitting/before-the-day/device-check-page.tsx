import type { DeviceCheckView, OwnDeviceCheck } from "@kompeten/shared/contracts/device-check";
import type { DeviceFindings } from "@kompeten/shared/contracts/device-check-rules";
import { Button } from "@mantine/core";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { apiGet } from "../../../api/client.ts";
import { useSession } from "../../../api/session.ts";
import { ButtonLink } from "../../../app/link.tsx";
import { browserName } from "../../../ui/browser-name.ts";
import { verdictTone } from "../../../ui/device-check/found.ts";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { formatDateTime } from "../../../ui/format.ts";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { useTranslation } from "../../../words/use-translation.ts";
import { addresses } from "../addresses.ts";
import { BarePage } from "../bare-page.tsx";
import { newId } from "../../../browser/new-id.ts";
import { CheckResult } from "./check-result.tsx";
import lobbyClasses from "../lobby/lobby.module.css";
import classes from "./before-the-day.module.css";
import { Part } from "./part.tsx";
import { runCheck, stepsOfCheck, type Progress } from "./run-check.ts";

const ownCheckQuery = queryOptions({ queryKey: ["sitting", "device-check"], queryFn: ({ signal }) => apiGet<OwnDeviceCheck>("/api/my-device-checks", { signal }) });

type Stage = { kind: "before"; failed: boolean } | { kind: "running"; progress: Progress | null } | { kind: "done"; checkId: string; atMs: number; findings: DeviceFindings };

/** B1, B2: before the day, on the device and the network that will be used. */
export function DeviceCheckPage() {
  const { t } = useTranslation("before-the-day");
  const client = useQueryClient();
  const [stage, setStage] = useState<Stage>({ kind: "before", failed: false });
  const running = useRef<AbortController | null>(null);
  // Nobody waits for it once the page is left.
  useEffect(() => () => running.current?.abort(), []);

  async function start() {
    const own = (running.current = new AbortController());
    const checkId = newId();
    setStage({ kind: "running", progress: null });
    try {
      const findings = await runCheck(checkId, (progress) => setStage({ kind: "running", progress }), own.signal);
      if (!own.signal.aborted) setStage({ kind: "done", checkId, atMs: Date.now(), findings });
    } catch {
      if (!own.signal.aborted) setStage({ kind: "before", failed: true });
    }
  }
  const onKept = (latest: DeviceCheckView) => client.setQueryData(ownCheckQuery.queryKey, { latest });

  return (
    <BarePage title={t("title")} intro={t("intro")} back={{ to: addresses.lobby, label: t("lobby") }}>
      {stage.kind === "before" ? (
        <>
          {stage.failed ? <ErrorNotice text={t("result.failed")} /> : null}
          <Before onStart={() => void start()} />
        </>
      ) : null}
      {stage.kind === "running" ? <Running progress={stage.progress} /> : null}
      {stage.kind === "done" ? <CheckResult key={stage.checkId} {...stage} onKept={onKept} onAgain={() => void start()} /> : null}
    </BarePage>
  );
}

function Before({ onStart }: { onStart: () => void }) {
  const { t } = useTranslation(["before-the-day", "device-check"]);
  const { agency } = useSession();
  const { data } = useQuery(ownCheckQuery);
  const latest = data?.latest;
  return (
    <Part title={t("before.title")}>
      <p>{t("before.what")}</p>
      <p>{t("before.where")}</p>
      <p>{t("before.kept")}</p>
      {latest ? (
        <div className={classes.last}>
          <strong>{t("result.last")}</strong>
          <StatusBadge size="lg" tone={verdictTone[latest.verdict]}>
            {t(`device-check:verdict.${latest.verdict}`)}
          </StatusBadge>
          <span>{t("result.lastAt", { at: formatDateTime(latest.atMs, agency.timeZone), browser: browserName(latest.userAgent) ?? "–" })}</span>
        </div>
      ) : null}
      <div className={`${lobbyClasses.row} ${classes.after}`}>
        <Button size="lg" onClick={onStart}>
          {t(latest ? "before.again" : "before.start")}
        </Button>
        <ButtonLink to={addresses.practice} variant="default" size="lg">
          {t("practice.open")}
        </ButtonLink>
      </div>
    </Part>
  );
}

function Running({ progress }: { progress: Progress | null }) {
  const { t } = useTranslation("before-the-day");
  return (
    <Part title={t("running.title")} replaces>
      <progress className={classes.progress} aria-label={t("running.progress")} max={stepsOfCheck} value={progress?.done ?? 0} />
      <p className={classes.step}>
        {/* Each part is told aloud once, not each of its saves. */}
        <span role="status">{progress ? t(`running.part.${progress.part}`) : ""}</span>
        <span className={classes.dimmed}>{t("running.step", { done: progress?.done ?? 0, of: stepsOfCheck })}</span>
      </p>
      <p className={classes.dimmed}>{t("running.stay")}</p>
    </Part>
  );
}
