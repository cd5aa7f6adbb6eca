import type { IntegrationState, RatingState } from "@kompeten/shared/contracts/scoring";
import { useTranslation } from "../../words/use-translation.ts";
import { StatusBadge, type Tone } from "../../ui/status-badge.tsx";

const ratingTones = { "not-closed": "neutral", absent: "neutral", "to-rate": "caution", draft: "active", submitted: "good", "not-needed": "neutral" } satisfies Record<RatingState, Tone>;
const integrationTones = { waiting: "neutral", absent: "neutral", ready: "caution", closed: "good" } satisfies Record<IntegrationState, Tone>;

export function RatingStatus({ state }: { state: RatingState }) {
  const { t } = useTranslation("rating");
  return <StatusBadge tone={ratingTones[state]}>{t(`state.${state}`)}</StatusBadge>;
}

export function IntegrationStatus({ state }: { state: IntegrationState }) {
  const { t } = useTranslation("rating");
  return <StatusBadge tone={integrationTones[state]}>{t(`integration.state.${state}`)}</StatusBadge>;
}
