import { Group, Paper, SimpleGrid, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import type { RoomCounts } from "./attempt-row.rules.ts";

/** The room in eight numbers. */
export function RoomTiles({ counts, asOf, children }: { counts: RoomCounts; asOf: string; children: ReactNode }) {
  const { t } = useTranslation("proctoring");
  return (
    <>
      <SimpleGrid component="dl" cols={{ base: 4, sm: 8 }} spacing="xs" my={0} mb={4}>
        {(Object.keys(counts) as (keyof RoomCounts)[]).map((name) => (
          <Paper key={name} withBorder px="sm" py={6} style={{ display: "flex", flexDirection: "column-reverse", justifyContent: "flex-end" }}>
            <Text component="dt" size="xs" c="dimmed">
              {t(`tile.${name}`)}
            </Text>
            <Text component="dd" m={0} fw={700} size="lg">
              {counts[name]}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      <Group justify="space-between" mb="xs">
        <Text size="xs" c="dimmed">
          {asOf}
        </Text>
        {children}
      </Group>
    </>
  );
}
