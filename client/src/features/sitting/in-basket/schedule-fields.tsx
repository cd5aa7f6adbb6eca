import type { InBasketPaper } from "@kompeten/shared/paper";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import type { Content } from "./actions.rules.ts";
import { calendarEntries, conflicts } from "./calendar.rules.ts";
import { hourText, shortTime } from "./fictional-time.ts";
import { Field } from "./field.tsx";
import classes from "./in-basket.module.css";
import { TimeField } from "./time-field.tsx";

type Schedule = Extract<Content, { type: "schedule" }>;
type Props = { paper: InBasketPaper; actionId: string; content: Schedule; onChange: (content: Content) => void };

/** Shows what the calendar already holds at that time; the candidate may still go on, as in life. */
export function ScheduleFields({ paper, actionId, content, onChange }: Props) {
  const { t } = useTranslation("in-basket");
  const { work } = useAttempt().state;
  const clashes = conflicts(calendarEntries(paper, work), { id: actionId, start: content.start, end: content.end });
  function startAt(start: string) {
    // A later start takes the end along rather than leaving an impossible span.
    onChange({ ...content, start, end: content.end > start ? content.end : plusAnHour(start) });
  }
  return (
    <>
      <Field label={t("field.title")}>
        {(id) => <input id={id} className={classes.input} maxLength={200} value={content.title} onChange={(event) => onChange({ ...content, title: event.currentTarget.value })} />}
      </Field>
      <TimeField label={t("field.start")} value={content.start} always onChange={startAt} />
      <TimeField label={t("field.end")} value={content.end} min={content.start} always onChange={(end) => onChange({ ...content, end })} />
      <Field label={t("field.place")}>
        {(id) => <input id={id} className={classes.input} maxLength={200} value={content.place ?? ""} onChange={(event) => onChange({ ...content, place: event.currentTarget.value || null })} />}
      </Field>
      <div role="status">
        {clashes.length > 0 ? (
          <div className={classes.clash}>
            <strong>{t("clash", { count: clashes.length })}</strong>
            <ul>
              {clashes.map((entry) => (
                <li key={entry.id}>
                  {entry.title || t("untitled")} ({shortTime(entry.start)} – {entry.end.slice(0, 10) === entry.start.slice(0, 10) ? hourText(entry.end) : shortTime(entry.end)})
                  {entry.movable ? "" : ` · ${t("fixed")}`}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </>
  );
}

function plusAnHour(time: string): string {
  return new Date(Date.parse(`${time}:00Z`) + 3_600_000).toISOString().slice(0, 16);
}
