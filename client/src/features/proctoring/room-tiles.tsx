import { Text } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import type { RoomCounts } from "./attempt-row.rules.ts";
import classes from "./room.module.css";

/** The room in eight numbers, on one line where there is room for it. */
export function RoomTiles({ counts }: { counts: RoomCounts }) {
  const { t } = useTranslation("proctoring");
  return (
    <dl className={classes.counts}>
      {(Object.keys(counts) as (keyof RoomCounts)[]).map((name) => (
        <div key={name}>
          <Text component="dt" size="xs">
            {t(`tile.${name}`)}
          </Text>
          <Text component="dd" m={0} fw={700} size="md">
            {counts[name]}
          </Text>
        </div>
      ))}
    </dl>
  );
}
