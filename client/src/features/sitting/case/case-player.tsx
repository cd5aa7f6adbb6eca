import type { CasePaper } from "@kompeten/shared/paper";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { BlockView } from "../../../ui/block-view.tsx";
import { useAttempt } from "../session/use-attempt-session.ts";
import { storedPlace, storePlace } from "../test/place.ts";
import { CaseAnswer } from "./case-answer.tsx";
import classes from "./case.module.css";
import { Splitter } from "./splitter.tsx";
import { useSplit } from "./use-split.ts";

/** The dossier beside the answers; on a narrow screen one after the other. */
export default function CasePlayer({ paper, place }: { paper: CasePaper; place: string | null }) {
  const { t } = useTranslation("case");
  const { session, state } = useAttempt();
  const [view, setView] = useState<"dossier" | "answers">(place ? "answers" : "dossier");
  const [exhibitId, setExhibitId] = useState<string | null>(null);
  const [questionId, setQuestionId] = useState(() => place ?? storedPlace(session.attemptId) ?? paper.questions[0]?.id);
  const split = useSplit();
  const reading = useRef<HTMLDivElement>(null);
  const exhibit = paper.exhibits.find((one) => one.id === exhibitId);
  const question = paper.questions.find((one) => one.id === questionId) ?? paper.questions[0];
  const seen = question !== undefined && state.work.visited.includes(question.id);
  useEffect(() => {
    if (question && !seen) session.do({ kind: "visit", itemId: question.id });
  }, [session, question, seen]);

  function read(id: string | null) {
    setExhibitId(id);
    reading.current?.scrollTo({ top: 0 });
  }
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
            {t(`${name}`)}
          </button>
        ))}
      </nav>
      <section className={classes.dossier} aria-label={t("dossier")}>
        <label className={classes.pick}>
          <span>{t("exhibit")}</span>
          <select value={exhibitId ?? ""} onChange={(event) => read(event.currentTarget.value || null)}>
            <option value="">{t("scenario")}</option>
            {paper.exhibits.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        {/* What scrolls must be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={classes.reading} ref={reading} tabIndex={0} role="region" aria-label={t("exhibit")}>
          <h2 className={classes.title}>{exhibit?.title ?? t("scenario")}</h2>
          <BlockView key={exhibit?.id} blocks={exhibit?.body ?? paper.scenario} headingLevel={3} />
          <Turn paper={paper} exhibitId={exhibitId} onRead={read} />
        </div>
      </section>
      <Splitter split={split} label={t("splitter")} />
      <section className={classes.answers} aria-label={t("answers")}>
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

/** To the exhibit before and after, so that the dossier can be read through. */
function Turn({ paper, exhibitId, onRead }: { paper: CasePaper; exhibitId: string | null; onRead: (id: string | null) => void }) {
  const { t } = useTranslation("common");
  const ids = [null, ...paper.exhibits.map((one) => one.id)];
  const index = ids.indexOf(exhibitId);
  return (
    <div className={classes.turn}>
      <button type="button" disabled={index <= 0} onClick={() => onRead(ids[index - 1] ?? null)}>
        {t("action.previous")}
      </button>
      <button type="button" disabled={index >= ids.length - 1} onClick={() => onRead(ids[index + 1] ?? null)}>
        {t("action.next")}
      </button>
    </div>
  );
}
