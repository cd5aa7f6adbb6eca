import type { PlannedCandidate } from "@kompeten/shared/contracts/planning";
import { useTranslation } from "../../words/use-translation.ts";
import { ScrollTable } from "../../ui/scroll-table.tsx";
import { loadOf } from "./selection.rules.ts";

export function AssessorLoad({ candidates }: { candidates: readonly PlannedCandidate[] }) {
  const { t } = useTranslation("planning");
  const load = loadOf(candidates);
  if (load.length === 0) return null;
  return (
    <ScrollTable
      caption={t("assessors.load")}
      columns={[{ label: t("assessors.assessor") }, { label: t("assessors.loadCount"), align: "right" }]}
      rows={load.map(({ name, count }) => [name, String(count)])}
    />
  );
}
