import type { AssessmentDetail, PlannedSitting } from "@kompeten/shared/contracts/planning";
import { Checkbox, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { windowText } from "./window-text.ts";

/** Null: wherever there is most room. */
export type Seats = string[] | null;

/** Into an open assessment nobody is seated in a sitting that has begun. */
export function seatsOffered({ state, sittings }: Pick<AssessmentDetail, "state" | "sittings">, nowMs: number): PlannedSitting[] {
  return state === "draft" ? sittings : sittings.filter(({ windowStart }) => Date.parse(windowStart) > nowMs);
}

type Props = { assessment: AssessmentDetail; seats: Seats; onChange: (seats: Seats) => void };

export function SeatChoice({ assessment, seats, onChange }: Props) {
  const { t } = useTranslation("planning");
  // What begins while this is open is refused by the server.
  const [nowMs] = useState(() => Date.now());
  const offered = seatsOffered(assessment, nowMs);
  return (
    <Stack gap="xs">
      <Radio.Group label={t("candidates.addedTo")} value={seats === null ? "automatic" : "chosen"} onChange={(value) => onChange(value === "automatic" ? null : [])}>
        <Stack gap="xs" mt={4}>
          <Radio value="automatic" label={t("candidates.automatic")} />
          <Radio value="chosen" label={t("candidates.chosenSittings")} disabled={offered.length === 0} />
        </Stack>
      </Radio.Group>
      {seats === null ? null : (
        <Checkbox.Group value={seats} onChange={onChange} aria-label={t("candidates.sittings")}>
          <Stack gap="xs" pl="xl">
            {offered.map(({ id, title, windowStart, windowEnd, timeZone }) => (
              <Checkbox key={id} value={id} label={title} description={windowText(t, windowStart, windowEnd, timeZone)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Stack>
  );
}
