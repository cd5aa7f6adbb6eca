import type { CasePaper } from "@kompeten/shared/paper";
import { useEffect, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { storedPlace, storePlace } from "../test/place.ts";
import { CaseAnswer } from "./case-answer.tsx";
import classes from "./case.module.css";
import { Dossier } from "./dossier.tsx";
import { Splitter } from "./splitter.tsx";
import { useSplit } from "./use-split.ts";

/** The dossier beside the answers; on a narrow screen one after the other. */
export default function CasePlayer({ paper, place }: { paper: CasePaper; place: string | null }) {
  const { t } = useTranslation("case");
  const { session, state } = useAttempt();
  /** Which of the two a narrow screen shows: that in which one has been at work, also while both are there, so that nothing goes away when the window becomes narrow, a dialog least of all. */
  const [view, setView] = useState<"dossier" | "answers">(place ? "answers" : "dossier");
  const [questionId, setQuestionId] = useState(() => place ?? storedPlace(session.attemptId) ?? paper.questions[0]?.id);
  const split = useSplit();
  const question = paper.questions.find((one) => one.id === questionId) ?? paper.questions[0];
  const seen = question !== undefined && state.work.visited.includes(question.id);
  useEffect(() => {
    if (question && !seen) session.do({ kind: "visit", itemId: question.id });
  }, [session, question, seen]);

  function write(id: string) {
    session.flush();
    storePlace(session.attemptId, id);
    setQuestionId(id);
  }
  return (
    <div className={classes.root} data-view={view} style={{ "--split": `${split.percent}%` } as React.CSSProperties}>
      <nav className={classes.views} aria-label={t("views")}>
        {(["dossier", "answers"] as const).map((name) => (
          <button key={name} type="button" aria-current={view === name ? "page" : undefined} onClick={() => setView(name)}>
            {t(name)}
          </button>
        ))}
      </nav>
      <Dossier paper={paper} onUse={() => setView("dossier")} />
      <Splitter split={split} label={t("splitter")} />
      {/* It only notes where one is. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section className={classes.answers} aria-label={t("answers")} onFocus={() => setView("answers")}>
        <nav className={classes.questions} aria-label={t("questions")}>
          {paper.questions.map((one, index) => (
            <button key={one.id} type="button" aria-current={one.id === question?.id ? "true" : undefined} onClick={() => write(one.id)}>
              {t("question", { number: index + 1 })}
            </button>
          ))}
        </nav>
        {question ? <CaseAnswer key={question.id} question={question} /> : null}
      </section>
    </div>
  );
}
