import type { ActionRecord, Grade } from "@kompeten/shared/attempt";
import { useId, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { newId } from "../../../browser/new-id.ts";
import classes from "./in-basket.module.css";

const grades = ["low", "medium", "high"] as const;
type Grades = { urgency: Grade | null; importance: Grade | null };

/** Urgency × importance; each is an action as soon as it is chosen, and the first waits for the other there. */
export function Priority({ documentId, record }: { documentId: string; record: ActionRecord | undefined }) {
  const { t } = useTranslation("in-basket");
  const { session } = useAttempt();
  const name = useId();
  const [newActionId] = useState(newId);
  const { urgency, importance }: Grades = record?.content.type === "prioritise" ? record.content : { urgency: null, importance: null };
  const shown: Grades = { urgency, importance };

  function choose(axis: keyof Grades, grade: Grade) {
    session.do({ kind: "act", action: { actionId: record?.actionId ?? newActionId, documentId, type: "prioritise", ...shown, [axis]: grade } });
  }
  return (
    <fieldset className={classes.priority}>
      <legend>{t("type.prioritise")}</legend>
      {(["urgency", "importance"] as const).map((axis) => (
        <div key={axis} role="radiogroup" aria-label={t(`axis.${axis}`)} className={classes.axis}>
          <span aria-hidden>{t(`axis.${axis}`)}</span>
          {grades.map((grade) => (
            <label key={grade} className={classes.grade}>
              <input type="radio" name={`${name}-${axis}`} checked={shown[axis] === grade} onChange={() => choose(axis, grade)} />
              {t(`grade.${grade}`)}
            </label>
          ))}
        </div>
      ))}
      {(urgency === null) === (importance === null) ? null : <p className={classes.incomplete}>{t(urgency === null ? "missing.urgency" : "missing.importance")}</p>}
    </fieldset>
  );
}
