import type { TestItem } from "@kompeten/shared/paper";
import { useId } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import classes from "../test/item.module.css";
import { OptionRow } from "../test/option-row.tsx";
import { Prompt } from "../test/prompt.tsx";
import { useStruck } from "../test/struck.ts";
import { StrikeSwitch } from "../test/strike-switch.tsx";
import { useOptionKeys } from "../test/use-item-keys.ts";
import { AnswerFoot } from "./answer-foot.tsx";
import { useResponse } from "./use-response.ts";

type Props = { item: Extract<TestItem, { interaction: "multiple-response" }>; shortcuts: boolean };

export function MultipleResponseItem({ item, shortcuts }: Props) {
  const { t } = useTranslation("interactions");
  const { response, respond } = useResponse(item.id, "multiple-response");
  const struck = useStruck(item.id);
  const hintId = useId();
  const chosen = response?.optionIds ?? [];
  const full = chosen.length >= item.maxChoices;

  function toggle(optionId: string) {
    if (chosen.includes(optionId)) return set(chosen.filter((id) => id !== optionId));
    if (full) return;
    struck.restore(optionId);
    // In the order of the paper, so that the same answer always looks the same.
    set(item.options.map(({ id }) => id).filter((id) => id === optionId || chosen.includes(id)));
  }
  function set(optionIds: readonly string[]) {
    respond({ interaction: "multiple-response", optionIds });
  }
  useOptionKeys(item.options.length, shortcuts, (index) => {
    const option = item.options[index];
    if (option) toggle(option.id);
  });
  const range = { min: item.minChoices, max: item.maxChoices };
  const hint = full ? t("multiple.full", { count: item.maxChoices }) : chosen.length > 0 && chosen.length < item.minChoices ? t("multiple.more", { count: item.minChoices - chosen.length }) : "";
  return (
    <fieldset className={classes.choices} aria-describedby={hintId}>
      <legend className={classes.legend}>
        <Prompt text={item.prompt} />
      </legend>
      <p id={hintId} className={classes.howMany}>
        {t(item.minChoices === item.maxChoices ? "multiple.exactly" : item.minChoices > 1 ? "multiple.between" : "multiple.atMost", range)}
      </p>
      {item.options.map((option, index) => (
        <OptionRow key={option.id} option={option} index={index} chosen={chosen.includes(option.id)} struck={struck}>
          <input type="checkbox" checked={chosen.includes(option.id)} disabled={full && !chosen.includes(option.id)} onChange={() => toggle(option.id)} />
        </OptionRow>
      ))}
      <StrikeSwitch struck={struck} />
      <AnswerFoot hint={hint} empty={chosen.length === 0} onClear={() => set([])} />
    </fieldset>
  );
}
