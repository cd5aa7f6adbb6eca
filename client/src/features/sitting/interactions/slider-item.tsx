import type { TestItem } from "@kompeten/shared/paper";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useId } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { formatNumber } from "../../../ui/format.ts";
import itemClasses from "../test/item.module.css";
import { Prompt } from "../test/prompt.tsx";
import { AnswerFoot } from "./answer-foot.tsx";
import classes from "./interactions.module.css";
import { useResponse } from "./use-response.ts";

/** The browser's own slider with a button on either side; it stands in the middle without being an answer until it is touched. */
export function SliderItem({ item }: { item: Extract<TestItem, { interaction: "slider" }> }) {
  const { t } = useTranslation("interactions");
  const { response, respond, draft, flush } = useResponse(item.id, "slider");
  const id = useId();
  const { lowerBound, upperBound, step } = item;
  const value = response?.value ?? null;
  const middle = lowerBound + Math.round((upperBound - lowerBound) / 2 / step) * step;
  const words = value === null ? t("slider.notYet") : [formatNumber(value), item.unit].filter(Boolean).join(" ");
  const slide = (next: number) => draft({ interaction: "slider", value: next });
  function nudge(by: -1 | 1) {
    flush();
    respond({ interaction: "slider", value: value === null ? middle : Math.min(upperBound, Math.max(lowerBound, value + by * step)) });
  }
  return (
    <div className={itemClasses.choices}>
      <label htmlFor={id} className={itemClasses.legend}>
        <Prompt text={item.prompt} />
      </label>
      <output className={classes.value} htmlFor={id} data-empty={value === null || undefined}>
        {words}
      </output>
      <div className={classes.slider}>
        <button type="button" className={classes.move} aria-label={t("slider.less")} aria-disabled={value === lowerBound || undefined} onClick={() => nudge(-1)}>
          <IconMinus size={20} stroke={1.8} aria-hidden />
        </button>
        <input
          id={id}
          type="range"
          min={lowerBound}
          max={upperBound}
          step={step}
          value={value ?? middle}
          data-empty={value === null || undefined}
          aria-valuetext={words}
          onChange={(event) => slide(event.currentTarget.valueAsNumber)}
          // Where it stands is an answer too, once somebody has touched it.
          onClick={(event) => value === null && slide(event.currentTarget.valueAsNumber)}
          onPointerUp={flush}
          onBlur={flush}
        />
        <button type="button" className={classes.move} aria-label={t("slider.more")} aria-disabled={value === upperBound || undefined} onClick={() => nudge(1)}>
          <IconPlus size={20} stroke={1.8} aria-hidden />
        </button>
      </div>
      <p className={classes.bounds} aria-hidden>
        <span>{item.lowerLabel ?? formatNumber(lowerBound)}</span>
        <span>{item.upperLabel ?? formatNumber(upperBound)}</span>
      </p>
      <AnswerFoot hint="" empty={value === null} onClear={() => (flush(), respond({ interaction: "slider", value: null }))} />
    </div>
  );
}
