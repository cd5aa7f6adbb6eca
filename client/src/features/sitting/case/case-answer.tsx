import type { CasePaper } from "@kompeten/shared/paper";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { Prompt } from "../test/prompt.tsx";
import classes from "./case.module.css";
import { wordAdvice, wordCount } from "./words.rules.ts";

/** The protocol's limit of a text. */
const charactersMax = 50_000;

/** One written answer, saved while it is written. */
export function CaseAnswer({ question }: { question: CasePaper["questions"][number] }) {
  const { t } = useTranslation("case");
  const { session, state } = useAttempt();
  const saved = state.work.responses[question.id];
  const [text, setText] = useState(saved?.interaction === "extended-text" ? saved.text : "");
  const count = wordCount(text);
  const advice = wordAdvice(count, question);
  const range = { min: question.minWords, max: question.maxWords };
  function write(next: string) {
    setText(next);
    session.draft(question.id, { kind: "respond", itemId: question.id, response: { interaction: "extended-text", text: next } });
  }
  return (
    <div className={classes.answer}>
      <label htmlFor={`jawaban-${question.id}`} className={classes.prompt}>
        <Prompt text={question.prompt} />
      </label>
      {question.guidance ? (
        <p id={`petunjuk-${question.id}`} className={classes.guidance}>
          {question.guidance}
        </p>
      ) : null}
      <textarea
        id={`jawaban-${question.id}`}
        aria-describedby={question.guidance ? `petunjuk-${question.id} kata-${question.id}` : `kata-${question.id}`}
        className={classes.text}
        maxLength={charactersMax}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={() => session.flush(question.id)}
      />
      <p id={`kata-${question.id}`} className={classes.words} data-advice={advice}>
        <strong>{t("words", { count })}</strong> · {t(question.minWords > 0 ? "range" : "atMost", range)}
        {advice === "short" || advice === "long" ? <span> · {t(`${advice}`)}</span> : null}
      </p>
    </div>
  );
}
