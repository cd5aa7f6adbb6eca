import type { TestItem } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import classes from "./item.module.css";
import { Prompt } from "./prompt.tsx";
import { letterOf, useOptionKeys } from "./use-item-keys.ts";

type Props = { item: Extract<TestItem, { interaction: "choice" }>; shortcuts: boolean };

export function ChoiceItem({ item, shortcuts }: Props) {
  const { t } = useTranslation("sitting");
  const { session, state } = useAttempt();
  const name = useId();
  const response = state.work.responses[item.id];
  const chosen = response?.interaction === "choice" ? response.optionId : null;
  const choose = (optionId: string | null) => {
    if (optionId !== chosen) session.do({ kind: "respond", itemId: item.id, response: { interaction: "choice", optionId } });
  };
  useOptionKeys(item.options.length, shortcuts, (index) => choose(item.options[index]?.id ?? null));
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>
        <Prompt text={item.prompt} />
      </legend>
      {item.options.map((option, index) => (
        <label key={option.id} className={classes.choice} data-chosen={option.id === chosen || undefined}>
          <input type="radio" name={name} checked={option.id === chosen} onChange={() => choose(option.id)} />
          <span className={classes.letter} aria-hidden>
            {letterOf(index)}
          </span>
          <span>{option.text}</span>
        </label>
      ))}
      <div className={classes.under}>
        <Button variant="subtle" color="gray" mih={44} disabled={chosen === null} onClick={() => choose(null)}>
          {t("test.clear")}
        </Button>
      </div>
    </fieldset>
  );
}
