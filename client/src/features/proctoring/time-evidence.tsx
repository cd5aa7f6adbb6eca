import type { SupervisedAttempt } from "@kompeten/shared/contracts/supervision";
import { NativeSelect, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { EvidenceButtons } from "../../app/evidence-buttons.tsx";

/** Time, line and devices of one attempt as a file: what a proctor can answer for, without a single answer. */
export function TimeEvidence({ attempts }: { attempts: readonly SupervisedAttempt[] }) {
  const { t } = useTranslation("proctoring");
  const [chosen, setChosen] = useState("");
  const begun = attempts.filter(({ state }) => state !== "waiting");
  if (begun.length === 0) return null;
  return (
    <Stack gap="xs" mt="lg" maw={560}>
      <NativeSelect
        label={t("timeEvidence.label")}
        description={t("timeEvidence.help")}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[{ value: "", label: t("timeEvidence.choose") }, ...begun.map(({ attemptId, candidate, instrument }) => ({ value: attemptId, label: `${candidate.name} – ${instrument.title}` }))]}
      />
      {chosen ? <EvidenceButtons key={chosen} attemptId={chosen} scope="time-evidence" /> : null}
    </Stack>
  );
}
