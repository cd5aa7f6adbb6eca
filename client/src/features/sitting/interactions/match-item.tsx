import type { TestItem } from "@kompeten/shared/paper";
import { useId, useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import itemClasses from "../test/item.module.css";
import { Prompt } from "../test/prompt.tsx";
import { AnswerFoot } from "./answer-foot.tsx";
import classes from "./interactions.module.css";
import { chooseForPart, nothingChosen } from "./parts.rules.ts";
import { PartsGrid } from "./parts-grid.tsx";
import { useResponse } from "./use-response.ts";

/** Beyond this many, and with long texts, columns become too narrow to read. */
const gridTargetsMax = 4;
const gridTextMax = 28;

/** Few short targets are a grid, others a list to choose from beside each source. */
export function MatchItem({ item }: { item: Extract<TestItem, { interaction: "match" }> }) {
  const { t } = useTranslation("interactions");
  const { response, respond } = useResponse(item.id, "match");
  const [taken, setTaken] = useState("");
  const legendId = useId();
  const none = nothingChosen(item.sources.map(({ id }) => id));
  const chosen = response?.chosen ?? none;
  const left = Object.values(chosen).filter((id) => id === null).length;

  /** How it stood when a list was entered: what the arrow keys only pass by is not taken from the other rows. */
  const entered = useRef(chosen);

  function choose(sourceId: string, targetId: string | null, from = chosen) {
    const next = chooseForPart(from, sourceId, targetId, item.matchMax);
    setTaken(next.taken === null ? "" : t("match.taken", { text: item.sources.find(({ id }) => id === next.taken)?.text }));
    respond({ interaction: "match", chosen: next.chosen });
  }
  const asGrid = item.targets.length <= gridTargetsMax && item.targets.every(({ text }) => text.length <= gridTextMax);
  return (
    <div role="group" aria-labelledby={legendId} className={itemClasses.choices}>
      <div id={legendId} className={itemClasses.legend}>
        <Prompt text={item.prompt} />
      </div>
      {item.matchMax === 1 ? <p className={itemClasses.howMany}>{t("match.once")}</p> : null}
      {asGrid ? (
        <PartsGrid parts={item.sources} options={item.targets} chosen={chosen} onChoose={choose} />
      ) : (
        item.sources.map((source) => (
          <label key={source.id} className={classes.pair} data-done={chosen[source.id] ? true : undefined}>
            <span>{source.text}</span>
            <select className={classes.select} value={chosen[source.id] ?? ""} onFocus={() => (entered.current = chosen)} onChange={(event) => choose(source.id, event.currentTarget.value || null, entered.current)}>
              <option value="">{t("match.choose")}</option>
              {item.targets.map((target) => (
                <option key={target.id} value={target.id}>
                  {target.text}
                </option>
              ))}
            </select>
          </label>
        ))
      )}
      <AnswerFoot
        hint={taken || (left > 0 && left < item.sources.length ? t("match.left", { count: left }) : "")}
        empty={left === item.sources.length}
        onClear={() => (setTaken(""), respond({ interaction: "match", chosen: none }))}
      />
    </div>
  );
}
