import type { TestItem } from "@kompeten/shared/paper";
import { useId } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import itemClasses from "../test/item.module.css";
import { Prompt } from "../test/prompt.tsx";
import { AnswerFoot } from "./answer-foot.tsx";
import { chooseForPart, nothingChosen } from "./parts.rules.ts";
import { PartsGrid } from "./parts-grid.tsx";
import { useResponse } from "./use-response.ts";

export function LikertItem({ item }: { item: Extract<TestItem, { interaction: "likert" }> }) {
  const { t } = useTranslation("interactions");
  const { response, respond } = useResponse(item.id, "likert");
  const legendId = useId();
  const none = nothingChosen(item.statements.map(({ id }) => id));
  const chosen = response?.chosen ?? none;
  const left = Object.values(chosen).filter((id) => id === null).length;
  return (
    <div role="group" aria-labelledby={legendId} className={itemClasses.choices}>
      <div id={legendId} className={itemClasses.legend}>
        <Prompt text={item.prompt} />
      </div>
      <PartsGrid parts={item.statements} options={item.scale} chosen={chosen} onChoose={(part, point) => respond({ interaction: "likert", chosen: chooseForPart(chosen, part, point).chosen })} />
      <AnswerFoot
        hint={left > 0 && left < item.statements.length ? t("likert.left", { count: left }) : ""}
        empty={left === item.statements.length}
        onClear={() => respond({ interaction: "likert", chosen: none })}
      />
    </div>
  );
}
