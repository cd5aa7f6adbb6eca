import type { InstrumentState } from "@kompeten/shared/contracts/authoring";
import { useTranslation } from "../../words/use-translation.ts";
import { StatusBadge, type Tone } from "../../ui/status-badge.tsx";

const tones = { draft: "caution", published: "good", retired: "neutral" } as const satisfies Record<InstrumentState, Tone>;

export function InstrumentStateBadge({ state }: { state: InstrumentState }) {
  const { t } = useTranslation("authoring");
  return <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>;
}
