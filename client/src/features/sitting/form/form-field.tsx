import { answerCharactersMax } from "@kompeten/shared/attempt";
import type { FormItem } from "@kompeten/shared/paper";
import { wordCount } from "@kompeten/shared/rich-text";
import { useId, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { wordAdvice } from "../case/words.rules.ts";
import { entryCharactersMax } from "../interactions/limits.ts";
import { LikertItem } from "../interactions/likert-item.tsx";
import { useResponse } from "../interactions/use-response.ts";
import classes from "./form.module.css";
import { labelled } from "./form.rules.ts";
import { RowsField } from "./rows-field.tsx";

type Of<K extends FormItem["interaction"]> = { item: Extract<FormItem, { interaction: K }> };

export function FormField({ item }: { item: FormItem }) {
  return (
    <div className={classes.field} id={`isian-${item.id}`}>
      <Field item={item} />
    </div>
  );
}

function Field({ item }: { item: FormItem }) {
  switch (item.interaction) {
    case "choice":
      return <ChoiceField item={item} />;
    case "likert":
      return <LikertItem item={{ ...item, prompt: labelled(item.prompt, item.required) }} />;
    case "text-entry":
      return <LineField item={item} />;
    case "extended-text":
      return <TextField item={item} />;
    case "rows":
      return <RowsField item={item} />;
  }
}

/** A list to open: what is offered may be long, and nothing has to be weighed against the rest. */
function ChoiceField({ item }: Of<"choice">) {
  const { t } = useTranslation("form");
  const { response, respond } = useResponse(item.id, "choice");
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={classes.label}>
        {labelled(item.prompt, item.required)}
      </label>
      <select id={id} className={classes.input} required={item.required} value={response?.optionId ?? ""} onChange={(event) => respond({ interaction: "choice", optionId: event.currentTarget.value || null })}>
        <option value="">{t("choose")}</option>
        {item.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
    </>
  );
}

function LineField({ item }: Of<"text-entry">) {
  const { response, draft, flush } = useResponse(item.id, "text-entry");
  const [text, setText] = useState(response?.text ?? "");
  const id = useId();
  function write(next: string) {
    setText(next);
    draft({ interaction: "text-entry", text: next, unit: null });
  }
  return (
    <>
      <label htmlFor={id} className={classes.label}>
        {labelled(item.prompt, item.required)}
      </label>
      <input id={id} className={classes.input} required={item.required} maxLength={entryCharactersMax} autoComplete="off" value={text} onChange={(event) => write(event.currentTarget.value)} onBlur={flush} />
    </>
  );
}

/** Plain writing, saved as what changed; the limits advise and never cut a text off. */
function TextField({ item }: Of<"extended-text">) {
  const { t } = useTranslation("form");
  const { response, draft, flush } = useResponse(item.id, "extended-text");
  const [text, setText] = useState(response?.text ?? "");
  const id = useId();
  const count = wordCount(text);
  const advice = wordAdvice(count, item);
  function write(next: string) {
    setText(next);
    draft({ interaction: "extended-text", text: next });
  }
  return (
    <>
      <label htmlFor={id} className={classes.label}>
        {labelled(item.prompt, item.required)}
      </label>
      {item.guidance ? (
        <p id={`${id}-petunjuk`} className={classes.guidance}>
          {item.guidance}
        </p>
      ) : null}
      <textarea
        id={id}
        className={classes.text}
        required={item.required}
        maxLength={answerCharactersMax}
        aria-describedby={item.guidance ? `${id}-petunjuk ${id}-kata` : `${id}-kata`}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={flush}
      />
      <p id={`${id}-kata`} className={classes.words}>
        {t("words", { count })} · {t(item.minWords > 0 ? "range" : "atMost", { min: item.minWords, max: item.maxWords })}
        {advice === "short" || advice === "long" ? ` · ${t(advice)}` : ""}
      </p>
    </>
  );
}
