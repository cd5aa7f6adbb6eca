import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { Button } from "@mantine/core";
import { IconListCheck, IconUserSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { CandidateListPanel } from "./candidate-list-panel.tsx";
import { CandidateSearchPanel } from "./candidate-search-panel.tsx";

/** The two ways to candidates; each opens beside the table, which keeps its place. */
export function AddCandidates({ assessment }: { assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const [way, setWay] = useState<"search" | "list">();
  const close = () => setWay(undefined);
  return (
    <>
      <Button size="xs" leftSection={<IconUserSearch size={16} stroke={1.8} />} onClick={() => setWay("search")}>
        {t("candidates.search")}
      </Button>
      <Button size="xs" variant="light" leftSection={<IconListCheck size={16} stroke={1.8} />} onClick={() => setWay("list")}>
        {t("candidates.list")}
      </Button>
      {way === "search" ? <CandidateSearchPanel assessment={assessment} onClose={close} /> : null}
      {way === "list" ? <CandidateListPanel assessment={assessment} onClose={close} /> : null}
    </>
  );
}
