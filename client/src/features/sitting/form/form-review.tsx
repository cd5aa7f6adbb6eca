import type { FormItem, FormPaper } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { HandInDialog } from "../work/hand-in-dialog.tsx";
import reviewClasses from "../work/review.module.css";
import { isComplete, itemState, progressOf } from "./form.rules.ts";
import classes from "./form.module.css";
import { SectionGlyph, SectionState } from "./section-state.tsx";

type Props = { paper: FormPaper; onBack: () => void; onGo: (id: string) => void };

/** Before handing in: each section with what it still lacks. What is missing is asked about, never forbidden. */
export default function FormReview({ paper, onBack, onGo }: Props) {
  const { t } = useTranslation(["form", "sitting", "work"]);
  const { state } = useAttempt();
  const [asking, setAsking] = useState(false);
  const { work, unsaved } = state;
  const whole = progressOf(paper.sections.flatMap(({ items }) => items), work);
  return (
    <div className={reviewClasses.root}>
      <Button variant="subtle" leftSection={<IconArrowLeft size={18} stroke={1.7} />} onClick={onBack} mih={44}>
        {t("back")}
      </Button>
      <h2 className={reviewClasses.title}>{t("work:review.title")}</h2>
      <p className={classes.verdict} data-complete={isComplete(whole) || undefined}>
        {isComplete(whole) ? t("verdict.complete") : t("verdict.left", { count: whole.open.length })}
      </p>
      {unsaved > 0 ? (
        <p className={reviewClasses.warning} role="status">
          {t(state.line === "offline" ? "work:review.unsavedOffline" : "work:review.unsavedText", { count: unsaved })}
        </p>
      ) : null}
      {paper.sections.map((section) => {
        const progress = progressOf(section.items, work);
        const complete = isComplete(progress);
        return (
          <section key={section.id} className={classes.summary}>
            <h3>
              <SectionGlyph progress={progress} />
              <span>{section.title}</span>
              <span className={classes.entryState}><SectionState progress={progress} /></span>
            </h3>
            {complete ? (
              <Button variant="subtle" mih={44} aria-label={t("openSection", { title: section.title })} onClick={() => onGo(section.items[0]?.id ?? "")}>
                {t("open")}
              </Button>
            ) : (
              <ul>
                {progress.open.map((item) => (
                  <li key={item.id}>
                    <button type="button" className={classes.lack} onClick={() => onGo(item.id)}>
                      <span>{item.prompt}</span>
                      <span className={classes.entryState}>{t(lackOf(item, work.responses[item.id]))}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
      <div className={reviewClasses.actions}>
        <Button variant="default" size="md" onClick={onBack}>
          {t("back")}
        </Button>
        <Button size="md" onClick={() => setAsking(true)}>
          {t("sitting:handIn.submit")}
        </Button>
      </div>
      <HandInDialog opened={asking} onClose={() => setAsking(false)} keepOn={t("back")}>
        <p>{t("confirm")}</p>
        {isComplete(whole) ? null : <p className={reviewClasses.warning}>{t("stillMissing", { count: whole.open.length })}</p>}
      </HandInDialog>
    </div>
  );
}

function lackOf(item: FormItem, response: Parameters<typeof itemState>[1]) {
  return itemState(item, response) === "begun" ? "lack.begun" : "lack.missing";
}
