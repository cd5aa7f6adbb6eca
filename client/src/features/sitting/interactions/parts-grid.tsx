import type { Option } from "@kompeten/shared/paper";
import { type CSSProperties, useId } from "react";
import classes from "./interactions.module.css";

type Props = {
  parts: readonly Option[];
  options: readonly Option[];
  chosen: Readonly<Record<string, string | null>>;
  onChoose: (partId: string, optionId: string) => void;
};

/** One group of radio buttons per part, side by side where there is room and under each other where there is not. */
export function PartsGrid({ parts, options, chosen, onChoose }: Props) {
  const name = useId();
  return (
    <div className={classes.grid} style={{ "--columns": options.length } as CSSProperties}>
      <div className={classes.gridHead} aria-hidden>
        <span />
        {options.map((option) => (
          <span key={option.id}>{option.text}</span>
        ))}
      </div>
      {parts.map((part) => (
        <div key={part.id} role="radiogroup" aria-labelledby={`${name}-${part.id}`} className={classes.gridRow} data-done={chosen[part.id] ? true : undefined}>
          <span id={`${name}-${part.id}`} className={classes.partText}>
            {part.text}
          </span>
          {options.map((option) => (
            <label key={option.id} className={classes.cell}>
              <input type="radio" name={`${name}-${part.id}`} checked={chosen[part.id] === option.id} onChange={() => onChoose(part.id, option.id)} />
              <span className={classes.cellText}>{option.text}</span>
            </label>
          ))}
        </div>
      ))}
    </div>
  );
}
