import { answerCharactersMax } from "@kompeten/shared/attempt";
import type { CasePaper } from "@kompeten/shared/paper";
import { wordCount } from "@kompeten/shared/rich-text";
import { useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { Prompt } from "../test/prompt.tsx";
import classes from "./case.module.css";
import { Outline } from "./outline.tsx";
import { SavedStates } from "./saved-states.tsx";
import { useRichEditor } from "./use-rich-editor.ts";
import { wordAdvice } from "./words.rules.ts";

/** Writes what is typed as a draft that goes out within two seconds, and at once when the field is left. */
export function CaseAnswer({ question }: { question: CasePaper["questions"][number] }) {
  const { t } = useTranslation("case");
  const { session, state } = useAttempt();
  const { Editor, failed } = useRichEditor();
  const saved = state.work.responses[question.id];
  const [text, setText] = useState(saved?.interaction === "extended-text" ? saved.text : "");
  /** Someone writes in the plain field already: it is not taken from under their hands when the editor arrives. */
  const [plain, setPlain] = useState(false);
  /** Counted, so that the editor begins anew with a text that did not come from its own keys. */
  const [restored, setRestored] = useState(0);
  const [full, setFull] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const count = wordCount(text);
  const advice = wordAdvice(count, question);
  const range = { min: question.minWords, max: question.maxWords };
  const ids = { prompt: `pertanyaan-${question.id}`, field: `jawaban-${question.id}`, guidance: `petunjuk-${question.id}`, words: `kata-${question.id}` };
  const describedBy = question.guidance ? `${ids.guidance} ${ids.words}` : ids.words;
  function write(next: string) {
    setText(next);
    setFull(false);
    session.draft(question.id, { kind: "respond", itemId: question.id, response: { interaction: "extended-text", text: next } });
  }
  function restore(earlier: string) {
    write(earlier);
    session.flush(question.id);
    setRestored(restored + 1);
  }
  return (
    <div className={classes.answer} ref={area}>
      <label id={ids.prompt} htmlFor={ids.field} className={classes.prompt}>
        <Prompt text={question.prompt} />
      </label>
      {question.guidance ? (
        <p id={ids.guidance} className={classes.guidance}>
          {question.guidance}
        </p>
      ) : null}
      <div className={classes.aids}>
        <Outline text={text} area={area} />
        <SavedStates questionId={question.id} onRestore={restore} />
      </div>
      {Editor && !plain ? (
        <Editor key={restored} labelledBy={ids.prompt} describedBy={describedBy} text={text} onChange={write} onBlur={() => session.flush(question.id)} onFull={() => setFull(true)} />
      ) : (
        <>
          <textarea
            id={ids.field}
            aria-describedby={describedBy}
            className={classes.text}
            maxLength={answerCharactersMax}
            value={text}
            onFocus={() => setPlain(true)}
            onChange={(event) => write(event.currentTarget.value)}
            onBlur={() => session.flush(question.id)}
          />
          {Editor ? null : <p className={classes.hint}>{t(failed ? "plainOnly" : "loadingEditor")}</p>}
        </>
      )}
      <p role="status" className={classes.hint}>
        {full ? t("full") : ""}
      </p>
      <p id={ids.words} className={classes.words} data-advice={advice}>
        <strong>{t("words", { count })}</strong> · {t(question.minWords > 0 ? "range" : "atMost", range)}
        {advice === "short" || advice === "long" ? <span> · {t(advice)}</span> : null}
      </p>
    </div>
  );
}
