import type { TestPaper } from "@kompeten/shared/paper";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { calculated } from "./calculator.rules.ts";
import classes from "./comforts.module.css";

const keys = ["7", "8", "9", "÷", "4", "5", "6", "×", "1", "2", "3", "−", "0", ",", "%", "+", "(", ")"] as const;
const result = new Intl.NumberFormat("id", { maximumFractionDigits: 8 });
const notesCharactersMax = 20_000;

/** What the paper gives beside its items: a calculator, a sheet for notes. */
export default function Tools({ tools }: { tools: NonNullable<TestPaper["tools"]> }) {
  const { t } = useTranslation("comforts");
  return (
    <div className={classes.tools}>
      {tools.map((tool) => (
        <details key={tool} className={classes.tool}>
          <summary>{t(`tools.${tool}`)}</summary>
          {tool === "calculator" ? <Calculator /> : <Notes />}
        </details>
      ))}
    </div>
  );
}

function Calculator() {
  const { t } = useTranslation("comforts");
  const [text, setText] = useState("");
  const value = calculated(text);
  const shown = value === null ? "" : result.format(value);
  return (
    <div>
      <input
        className={classes.sum}
        aria-label={t("tools.sum")}
        inputMode="decimal"
        autoComplete="off"
        maxLength={120}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "=") return;
          event.preventDefault();
          if (value !== null) setText(shown);
        }}
      />
      <output className={classes.result} aria-live="polite">
        {shown === "" ? "" : `= ${shown}`}
      </output>
      <div className={classes.keys}>
        {keys.map((key) => (
          <button key={key} type="button" onClick={() => setText(text + key)}>
            {key}
          </button>
        ))}
        <button type="button" aria-label={t("tools.back")} onClick={() => setText(text.slice(0, -1))}>
          ⌫
        </button>
        <button type="button" aria-label={t("tools.clear")} onClick={() => setText("")}>
          C
        </button>
      </div>
    </div>
  );
}

/** On this device only: scratch paper, which nobody collects and nobody judges. */
function Notes() {
  const { t } = useTranslation("comforts");
  const { attemptId } = useAttempt().session;
  const key = `kompeten.notes.${attemptId}`;
  const [text, setText] = useState(() => {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return "";
    }
  });
  function write(next: string) {
    setText(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // A browser that keeps nothing keeps the notes as long as the page is open.
    }
  }
  return (
    <label className={classes.notes}>
      <small>{t("tools.notesHelp")}</small>
      <textarea aria-label={t("tools.notes")} maxLength={notesCharactersMax} rows={7} value={text} onChange={(event) => write(event.currentTarget.value)} />
    </label>
  );
}
