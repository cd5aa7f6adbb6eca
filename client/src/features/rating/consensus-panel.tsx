import type { BoardCompetency, IntegrationBoard } from "@kompeten/shared/contracts/scoring";
import { noteCharactersMin, reasonCharactersMax } from "@kompeten/shared/contracts/scoring-limits";
import { Button, Radio, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { formatDateTime, formatPercent } from "../../ui/format.ts";
import { SidePanel } from "../../ui/side-panel.tsx";
import classes from "./board.module.css";
import { useDecide } from "./queries.ts";

type Props = {
  enrolmentId: string;
  board: NonNullable<IntegrationBoard["board"]>;
  competency: BoardCompetency;
  readOnly: boolean;
  onClose: () => void;
  /** Goes to the next competency without an agreement, or closes the panel. */
  onNext: () => void;
};

/** All evidence for one competency, and the level agreed on it. */
export function ConsensusPanel({ enrolmentId, board, competency, readOnly, onClose, onNext }: Props) {
  const { t } = useTranslation("rating");
  const { t: common } = useTranslation();
  const { agency } = useSession();
  const [level, setLevel] = useState(competency.consensus?.level);
  const [reason, setReason] = useState(competency.consensus?.reason ?? "");
  const decide = useDecide(enrolmentId);
  const long = reason.trim().length >= (competency.disagreement ? noteCharactersMin : 1);
  const title = (id: string) => board.instruments.find((instrument) => instrument.versionId === id)?.title ?? "";
  const assessor = (id: string) => board.assessors.find((candidate) => candidate.accountId === id)?.name ?? "";
  async function save() {
    if (level === undefined) return;
    await decide.mutateAsync({ competency: competency.competency, level, reason: reason.trim() });
    onNext();
  }
  const footer = readOnly ? undefined : (
    <>
      <Button variant="default" onClick={onClose}>
        {common("action.cancel")}
      </Button>
      <Button onClick={() => void save().catch(() => undefined)} loading={decide.isPending} disabled={level === undefined || !long}>
        {t("board.next")}
      </Button>
    </>
  );
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={competency.name}
      subtitle={competency.required === null ? t("board.panelSubtitlePlain", { code: competency.competency }) : t("board.panelSubtitle", { code: competency.competency, required: competency.required })}
      footer={footer}
    >
      <h3>{t("board.evidence")}</h3>
      {competency.ratings.length === 0 ? <Text c="dimmed">{t("board.noRatings")}</Text> : null}
      <ul className={classes.evidence}>
        {competency.ratings.map((rating) => (
          <li key={`${rating.assessorAccountId} ${rating.attemptId}`}>
            <div className={classes.evidenceHead}>
              <span>
                <strong>{assessor(rating.assessorAccountId)}</strong> · {title(rating.instrumentVersionId)}
              </span>
              <strong>{t("board.level", { level: rating.level })}</strong>
            </div>
            <p>{rating.note}</p>
          </li>
        ))}
      </ul>
      {competency.indicated.length > 0 ? (
        <>
          <h3>{t("board.testEvidence")}</h3>
          {competency.indicated.map((one) => (
            <Text key={one.instrumentVersionId} size="sm" mb="md">
              {t("board.indication", { title: title(one.instrumentVersionId), share: formatPercent(one.share * 100, 0), items: one.items, level: one.level })}
            </Text>
          ))}
        </>
      ) : null}
      {decide.error ? <ProblemNotice error={decide.error} namespace="rating" /> : null}
      <Radio.Group label={t("board.agree")} value={level === undefined ? "" : String(level)} onChange={(value) => setLevel(Number(value))} mb="md" readOnly={readOnly}>
        <div style={{ display: "flex", flexWrap: "wrap", gap: "0.5rem 1.25rem" }}>
          {(["1", "2", "3", "4", "5"] as const).map((value) => (
            <Radio key={value} value={value} label={`${value} · ${common(`level.${value}`)}`} disabled={readOnly && String(level) !== value} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t("board.reason")}
        description={competency.disagreement ? t("board.reasonLong", { min: noteCharactersMin }) : t("board.reasonHelp")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={reasonCharactersMax}
        readOnly={readOnly}
        minRows={3}
        autosize
      />
      {competency.consensus ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t("board.saved", { name: competency.consensus.decidedBy, at: formatDateTime(competency.consensus.decidedAt, agency.timeZone) })}
        </Text>
      ) : null}
    </SidePanel>
  );
}
