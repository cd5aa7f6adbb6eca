import type { ActionRecord, Grade } from "@kompeten/shared/attempt";
import { useId, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { newId } from "../../../browser/new-id.ts";
import classes from "./in-basket.module.css";

const grades = ["low", "medium", "high"] as const;
type Half = { urgency: Grade | null; importance: Grade | null };

/** Urgency × importance; becomes an action once both are chosen. */
export function Priority({ documentId, record }: { documentId: string; record: ActionRecord | undefined }) {
  const { t } = useTranslation("in-basket");
  const { session } = useAttempt();
  const name = useId();
  const known = record?.content.type === "prioritise" ? record.content : null;
  const [half, setHalf] = useState<Half>({ urgency: null, importance: null });
  const [actionId] = useState(() => record?.actionId ?? newId());
  const shown: Half = known ?? half;

  function choose(axis: keyof Half, grade: Grade) {
    const next = { ...shown, [axis]: grade };
    setHalf(next);
    const { urgency, importance } = next;
    if (urgency && importance) session.do({ kind: "act", action: { actionId: record?.actionId ?? actionId, documentId, type: "prioritise", urgency, importance } });
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
    </fieldset>
  );
}
