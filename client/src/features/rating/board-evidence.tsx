import type { IntegrationBoard } from "@kompeten/shared/contracts/scoring";
import { Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import { EvidenceButtons } from "../../app/evidence-buttons.tsx";

type Board = NonNullable<IntegrationBoard["board"]>;

/** For when a candidate complains: the evidence pack of each attempt that this board rests on. */
export function BoardEvidence({ board }: { board: Board }) {
  const { t } = useTranslation("rating");
  const attempts = new Map([...board.competencies.flatMap(({ ratings }) => ratings), ...board.scores].map(({ attemptId, instrumentVersionId }) => [attemptId, instrumentVersionId]));
  if (attempts.size === 0) return null;
  return (
    <section aria-labelledby="bukti" style={{ marginTop: "1.5rem" }}>
      <Title order={2} size="h4" id="bukti">
        {t("board.packs")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("board.packsText")}
      </Text>
      <Stack gap="sm">
        {[...attempts].map(([attemptId, versionId]) => (
          <div key={attemptId}>
            <Text size="sm" fw={600}>
              {board.instruments.find((instrument) => instrument.versionId === versionId)?.title}
            </Text>
            <EvidenceButtons attemptId={attemptId} scope="evidence" />
          </div>
        ))}
      </Stack>
    </section>
  );
}
