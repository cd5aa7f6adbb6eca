import type { InBasketPaper } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { newId } from "../../../browser/new-id.ts";
import { ActionForm } from "./action-form.tsx";
import { type Content, emptyContent } from "./actions.rules.ts";
import { byDay, type CalendarEntry, calendarEntries, conflicts } from "./calendar.rules.ts";
import { dayText, hourText, shortTime } from "./fictional-time.ts";
import classes from "./in-basket.module.css";

/** The desk's calendar with the candidate's own entries in it, day by day. */
export function CalendarView({ paper }: { paper: InBasketPaper }) {
  const { t } = useTranslation("in-basket");
  const { work } = useAttempt().state;
  const [editing, setEditing] = useState<{ actionId: string; documentId: string | null; content: Content } | null>(null);
  const entries = calendarEntries(paper, work);

  function edit(entry: CalendarEntry) {
    const record = work.actions.find((action) => action.actionId === entry.id);
    if (record) setEditing(record);
  }
  if (editing) return <ActionForm key={editing.actionId} paper={paper} from="" actionId={editing.actionId} documentId={editing.documentId} content={editing.content} onDone={() => setEditing(null)} />;
  return (
    <>
      <div className={classes.pageHead}>
        <h2 className={classes.pageTitle}>{t("tab.calendar")}</h2>
        <Button variant="default" mih={44} onClick={() => setEditing({ actionId: newId(), documentId: null, content: emptyContent("schedule", "", paper.scenario.now.slice(0, 10)) })}>
          {t("addEntry")}
        </Button>
      </div>
      <p className={classes.dimmed}>{t("now", { day: dayText(paper.scenario.now.slice(0, 10)), time: hourText(paper.scenario.now) })}</p>
      {byDay(entries).map(({ day, entries: own }) => (
        <section key={day}>
          <h3 className={classes.day}>{dayText(day)}</h3>
          <ul className={classes.entries}>
            {own.map((entry) => {
              // Only of what the candidate has added: to find the conflicts in the given calendar is part of the exercise.
              const clashes = entry.own ? conflicts(entries, entry) : [];
              return (
                <li key={entry.id} className={classes.entry} data-own={entry.own || undefined}>
                  <span className={classes.entryTime}>
                    {hourText(entry.start)} – {entry.end.slice(0, 10) === day ? hourText(entry.end) : shortTime(entry.end)}
                  </span>
                  <span>
                    <strong>{entry.title || t("untitled")}</strong>
                    {entry.place ? <span className={classes.dimmed}> · {entry.place}</span> : null}
                    <span className={classes.marks}>
                      {entry.own ? <span className={classes.mark} data-tone="new">{t("own")}</span> : null}
                      {entry.movable ? null : <span className={classes.mark}>{t("fixed")}</span>}
                      {clashes.length > 0 ? <span className={classes.mark} data-tone="clash">{t("clashWith", { titles: clashes.map((clash) => clash.title || t("untitled")).join("; ") })}</span> : null}
                    </span>
                  </span>
                  {entry.own ? (
                    <Button variant="subtle" size="sm" mih={44} aria-label={t("editEntry", { title: entry.title || t("untitled") })} onClick={() => edit(entry)}>
                      {t("edit")}
                    </Button>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}
