import type { Option } from "@kompeten/shared/paper";
import type { ReactNode } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import classes from "./item.module.css";
import type { Struck } from "./struck.ts";
import { letterOf } from "./use-item-keys.ts";

type Props = { option: Option; index: number; chosen: boolean; struck: Struck; children: ReactNode };

/** One option with its radio button or check box, and beside it, where wanted, the button that crosses it out. */
export function OptionRow({ option, index, chosen, struck, children }: Props) {
  const { t } = useTranslation("sitting");
  const out = struck.has(option.id);
  return (
    <div className={classes.row}>
      <label className={classes.choice} data-chosen={chosen || undefined} data-struck={out || undefined}>
        {children}
        <span className={classes.letter} aria-hidden>
          {letterOf(index)}
        </span>
        <span className={classes.optionText} lang="id">{option.text}</span>
      </label>
      {struck.active ? (
        <button type="button" className={classes.strike} aria-pressed={out} aria-label={t("test.strike.option", { letter: letterOf(index) })} disabled={chosen} onClick={() => struck.toggle(option.id)}>
          <s aria-hidden>{letterOf(index)}</s>
        </button>
      ) : null}
    </div>
  );
}
