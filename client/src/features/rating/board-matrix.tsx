import type { BoardCompetency, IntegrationBoard } from "@kompeten/shared/contracts/scoring";
import { Text, UnstyledButton } from "@mantine/core";
import { IconArrowsDiff, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import classes from "./board.module.css";

type Board = NonNullable<IntegrationBoard["board"]>;
type Props = { board: Board; selected: string | undefined; onOpen: (competency: string) => void };

/** Competency × (instrument × assessor), side by side; what differs by two levels or more stands out by word and shape. */
export function BoardMatrix({ board, selected, onOpen }: Props) {
  const { t } = useTranslation("rating");
  const rated = board.instruments.filter((instrument) => instrument.kind !== "test");
  return (
    // What scrolls must be reachable by keyboard; the buttons in the rows are.
    <div className={classes.scroll}>
      <table className={classes.matrix}>
        <caption className={classes.hidden}>{t("board.matrix")}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t("board.matrix")}
            </th>
            <th scope="col" rowSpan={2} className={classes.number}>
              {t("board.required")}
            </th>
            {rated.map((instrument) => (
              <th key={instrument.versionId} scope="colgroup" colSpan={board.assessors.length} className={classes.group}>
                {instrument.title}
              </th>
            ))}
            <th scope="col" rowSpan={2} className={classes.number}>
              {t("board.indicated")}
            </th>
            <th scope="col" rowSpan={2} className={classes.number}>
              {t("board.consensus")}
            </th>
          </tr>
          <tr>
            {rated.flatMap((instrument) =>
              board.assessors.map((assessor, index) => (
                <th key={`${instrument.versionId} ${assessor.accountId}`} scope="col" className={index === 0 ? classes.group : classes.number} title={assessor.name}>
                  {assessor.name}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {board.competencies.map((competency) => (
            <Row key={competency.competency} competency={competency} board={board} rated={rated} selected={selected === competency.competency} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { competency: BoardCompetency; board: Board; rated: Board["instruments"]; selected: boolean; onOpen: (competency: string) => void };

function Row({ competency, board, rated, selected, onOpen }: RowProps) {
  const { t } = useTranslation("rating");
  const levels = competency.ratings.map((rating) => rating.level);
  return (
    <tr aria-current={selected || undefined}>
      <th scope="row">
        <UnstyledButton className={classes.open ?? ""} onClick={() => onOpen(competency.competency)}>
          {competency.name}
        </UnstyledButton>
        {competency.disagreement ? (
          <StatusBadge tone="caution" icon={IconArrowsDiff} size="sm">
            {t("board.disagreement", { range: Math.max(...levels) - Math.min(...levels) })}
          </StatusBadge>
        ) : null}
      </th>
      <td className={classes.number}>{competency.required ?? "–"}</td>
      {rated.flatMap((instrument) =>
        board.assessors.map((assessor, index) => {
          const rating = competency.ratings.find((candidate) => candidate.instrumentVersionId === instrument.versionId && candidate.assessorAccountId === assessor.accountId);
          return (
            <td key={`${instrument.versionId} ${assessor.accountId}`} className={index === 0 ? classes.group : classes.number} title={rating?.note}>
              {rating?.level ?? "–"}
            </td>
          );
        }),
      )}
      <td className={classes.number}>{competency.indicated.map((one) => one.level).join(", ") || "–"}</td>
      <td className={classes.number}>
        {competency.consensus ? (
          <span className={classes.agreed}>
            <IconCircleCheck size={15} stroke={1.8} aria-hidden />
            {competency.consensus.level}
          </span>
        ) : (
          <Text span size="sm" c="dimmed">
            {t("board.undecided")}
          </Text>
        )}
      </td>
    </tr>
  );
}
