import { partsOf } from "@kompeten/shared/attempt";
import type { TestItem } from "@kompeten/shared/paper";
import { Fragment, useId } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import itemClasses from "../test/item.module.css";
import { Prompt } from "../test/prompt.tsx";
import { AnswerFoot } from "./answer-foot.tsx";
import classes from "./interactions.module.css";
import { chooseForPart, nothingChosen } from "./parts.rules.ts";
import { useResponse } from "./use-response.ts";

/** Running text with a list to choose from in each gap. */
export function InlineChoiceItem({ item }: { item: Extract<TestItem, { interaction: "inline-choice" }> }) {
  const { t } = useTranslation("interactions");
  const { response, respond } = useResponse(item.id, "inline-choice");
  const legendId = useId();
  const gaps = partsOf(item).map(({ id }) => id);
  const none = nothingChosen(gaps);
  const chosen = response?.chosen ?? none;
  const left = gaps.filter((gap) => chosen[gap] === null).length;
  return (
    <div role="group" aria-labelledby={legendId} className={itemClasses.choices}>
      <div id={legendId} className={itemClasses.legend}>
        <Prompt text={item.prompt} />
      </div>
      <p className={classes.gapText}>
        {item.text.map((piece, index) => (
          <Fragment key={index}>
            {"gap" in piece ? (
              <select
                className={classes.gap}
                data-done={chosen[piece.gap] ? true : undefined}
                aria-label={t("inline.gap", { number: gaps.indexOf(piece.gap) + 1, total: gaps.length })}
                value={chosen[piece.gap] ?? ""}
                onChange={(event) => respond({ interaction: "inline-choice", chosen: chooseForPart(chosen, piece.gap, event.currentTarget.value || null).chosen })}
              >
                <option value="">{t("inline.choose")}</option>
                {piece.options.map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.text}
                  </option>
                ))}
              </select>
            ) : (
              piece.text
            )}
          </Fragment>
        ))}
      </p>
      <AnswerFoot hint={left > 0 && left < gaps.length ? t("inline.left", { count: left }) : ""} empty={left === gaps.length} onClear={() => respond({ interaction: "inline-choice", chosen: none })} />
    </div>
  );
}
