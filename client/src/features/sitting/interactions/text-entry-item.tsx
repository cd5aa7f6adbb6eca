import { numberIn } from "@kompeten/shared/kernel";
import type { TestItem } from "@kompeten/shared/paper";
import { useId, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import itemClasses from "../test/item.module.css";
import { Prompt } from "../test/prompt.tsx";
import { entryCharactersMax } from "./limits.ts";
import { AnswerFoot } from "./answer-foot.tsx";
import classes from "./interactions.module.css";
import { useResponse } from "./use-response.ts";

/** As numbers are entered here, whatever the language of the page, and with all their decimals. */
const written = new Intl.NumberFormat("id", { maximumFractionDigits: 12 });

/** A word, or a number with its unit; a number is read back, so that nobody loses a point over a comma. */
export function TextEntryItem({ item }: { item: Extract<TestItem, { interaction: "text-entry" }> }) {
  const { t } = useTranslation("interactions");
  const { response, respond, draft, flush } = useResponse(item.id, "text-entry");
  const [text, setText] = useState(response?.text ?? "");
  const id = useId();
  const unit = response?.unit ?? null;
  const severalUnits = item.units.length > 1;
  const number = item.format === "number" ? numberIn(text) : null;

  function write(next: string) {
    setText(next);
    draft({ interaction: "text-entry", text: next, unit });
  }
  function choose(next: string | null) {
    flush();
    respond({ interaction: "text-entry", text, unit: next });
  }
  const readAs = () => {
    if (item.format === "text" || text.trim() === "") return "";
    if (number === null) return t("entry.noNumber");
    if (severalUnits && unit === null) return t("entry.chooseUnit");
    return t("entry.readAs", { value: [written.format(number), unit ?? item.units[0]].filter(Boolean).join(" ") });
  };
  return (
    <div className={itemClasses.choices}>
      <label htmlFor={id} className={itemClasses.legend}>
        <Prompt text={item.prompt} />
      </label>
      <div className={classes.entry}>
        <input
          id={id}
          className={classes.field}
          data-format={item.format}
          inputMode={item.format === "number" ? "decimal" : "text"}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={entryCharactersMax}
          aria-describedby={severalUnits ? undefined : `${id}-satuan`}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onBlur={flush}
        />
        {severalUnits ? (
          <select className={classes.select} aria-label={t("entry.unit")} value={unit ?? ""} onChange={(event) => choose(event.currentTarget.value || null)}>
            <option value="">{t("entry.unit")}</option>
            {item.units.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        ) : (
          <span id={`${id}-satuan`}>{item.units[0]}</span>
        )}
      </div>
      <AnswerFoot
        hint={readAs()}
        empty={text === "" && unit === null}
        onClear={() => {
          setText("");
          flush();
          respond({ interaction: "text-entry", text: "", unit: null });
        }}
      />
    </div>
  );
}
