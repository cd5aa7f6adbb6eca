import type { TestItem } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import classes from "./item.module.css";
import { OptionRow } from "./option-row.tsx";
import { Prompt } from "./prompt.tsx";
import { StrikeSwitch } from "./strike-switch.tsx";
import { useStruck } from "./struck.ts";
import { useOptionKeys } from "./use-item-keys.ts";

type Props = { item: Extract<TestItem, { interaction: "choice" }>; shortcuts: boolean };

export function ChoiceItem({ item, shortcuts }: Props) {
  const { t } = useTranslation("sitting");
  const { session, state } = useAttempt();
  const name = useId();
  const struck = useStruck(item.id);
  const response = state.work.responses[item.id];
  const chosen = response?.interaction === "choice" ? response.optionId : null;
  const choose = (optionId: string | null) => {
    if (optionId !== null) struck.restore(optionId);
    if (optionId !== chosen) session.do({ kind: "respond", itemId: item.id, response: { interaction: "choice", optionId } });
  };
  useOptionKeys(item.options.length, shortcuts, (index) => choose(item.options[index]?.id ?? null));
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>
        <Prompt text={item.prompt} />
      </legend>
      {item.options.map((option, index) => (
        <OptionRow key={option.id} option={option} index={index} chosen={option.id === chosen} struck={struck}>
          <input type="radio" name={name} checked={option.id === chosen} onChange={() => choose(option.id)} />
        </OptionRow>
      ))}
      <div className={classes.under}>
        <StrikeSwitch struck={struck} />
        <Button variant="subtle" color="gray" mih={44} disabled={chosen === null} onClick={() => choose(null)}>
          {t("test.clear")}
        </Button>
      </div>
    </fieldset>
  );
}
