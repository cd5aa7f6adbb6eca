import type { IntegrationBoard } from "@kompeten/shared/contracts/scoring";
import { useTranslation } from "../../words/use-translation.ts";
import { formatNumber } from "../../ui/format.ts";
import { ScrollTable } from "../../ui/scroll-table.tsx";

/** What tests say beside the ratings, each with its uncertainty (S6). */
export function BoardScores({ board }: { board: NonNullable<IntegrationBoard["board"]> }) {
  const { t } = useTranslation("rating");
  if (board.scores.length === 0) return null;
  const title = (id: string) => board.instruments.find((instrument) => instrument.versionId === id)?.title ?? "";
  return (
    <div style={{ marginTop: "1rem" }}>
      <ScrollTable
        caption={t("board.scores")}
        columns={[{ label: t("board.test") }, { label: t("board.points"), align: "right" }, { label: t("board.error"), align: "right" }, { label: t("board.answered"), align: "right" }]}
        rows={board.scores.map((score) => [
          title(score.instrumentVersionId),
          `${formatNumber(score.points)} / ${formatNumber(score.maxPoints)}`,
          score.standardError === null ? t("board.noError") : `± ${formatNumber(score.standardError, 1)}`,
          `${score.answered} / ${score.items}`,
        ])}
      />
    </div>
  );
}
