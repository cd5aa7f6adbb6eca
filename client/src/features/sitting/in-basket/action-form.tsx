import type { InBasketPaper } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { type Content, isBlank, isComplete } from "./actions.rules.ts";
import { Field } from "./field.tsx";
import classes from "./in-basket.module.css";
import { ScheduleFields } from "./schedule-fields.tsx";

type Props = {
  paper: InBasketPaper;
  actionId: string;
  documentId: string | null;
  content: Content;
  /** The document's sender, offered as a recipient. */
  from: string;
  onDone: () => void;
};

/** An action while it is being written. It is saved as it grows: there is no button that could be forgotten. */
export function ActionForm({ paper, actionId, documentId, content: first, from, onDone }: Props) {
  const { t } = useTranslation("in-basket");
  const { session, state } = useAttempt();
  const [content, setContent] = useState(first);
  const known = state.work.actions.some((action) => action.actionId === actionId && !action.withdrawn);

  function change(next: Content) {
    setContent(next);
    // Nothing is written for a form that was only opened; a span that ends before it begins is not a time yet.
    if ((isBlank(next) && !known) || (next.type === "schedule" && (!next.start || !next.end))) return;
    session.draft(actionId, { kind: "act", action: { actionId, documentId, ...next } });
  }
  function done() {
    session.flush(actionId);
    if (known && isBlank(content)) withdraw();
    onDone();
  }
  function withdraw() {
    if (known) session.do({ kind: "act", action: { actionId, documentId, type: "withdraw" } });
    onDone();
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <h2 className={classes.panelTitle}>{t(`type.${content.type}`)}</h2>
      <Fields paper={paper} actionId={actionId} from={from} content={content} onChange={change} />
      <p className={classes.dimmed}>{t("autosave")}</p>
      <div className={classes.formActions}>
        <Button type="submit" mih={44}>
          {t("done")}
        </Button>
        <Button variant="subtle" color="red" mih={44} onClick={withdraw}>
          {t(known ? "withdraw" : "discard")}
        </Button>
        {isBlank(content) || isComplete(content) ? null : <span className={classes.incomplete}>{t(`incomplete.${content.type as "reply"}`)}</span>}
      </div>
    </form>
  );
}

type FieldsProps = { paper: InBasketPaper; actionId: string; from: string; content: Content; onChange: (content: Content) => void };

function Fields({ paper, actionId, from, content, onChange }: FieldsProps) {
  const { t } = useTranslation("in-basket");
  switch (content.type) {
    case "reply":
    case "forward":
      return (
        <>
          <Recipient paper={paper} value={content.to} extra={content.type === "reply" ? from : null} onChange={(to) => onChange({ ...content, to })} />
          <Text label={t(content.type === "reply" ? "field.reply" : "field.note")} value={content.text} onChange={(text) => onChange({ ...content, text })} />
        </>
      );
    case "delegate":
      return (
        <>
          <Recipient paper={paper} value={content.to} extra={null} onChange={(to) => onChange({ ...content, to })} />
          <Text label={t("field.instruction")} value={content.instruction} onChange={(instruction) => onChange({ ...content, instruction })} />
          <Field label={t("field.due")}>
            {(id) => <input id={id} type="datetime-local" className={classes.input} value={content.due ?? ""} onChange={(event) => onChange({ ...content, due: event.currentTarget.value || null })} />}
          </Field>
        </>
      );
    case "schedule":
      return <ScheduleFields paper={paper} actionId={actionId} content={content} onChange={onChange} />;
    case "decide":
    case "note":
      return <Text label={t(content.type === "decide" ? "field.decision" : "field.ownNote")} value={content.text} onChange={(text) => onChange({ ...content, text })} />;
    case "file":
      return <Text label={t("field.reason")} value={content.reason ?? ""} onChange={(reason) => onChange({ ...content, reason: reason || null })} />;
    case "prioritise":
      return null;
  }
}

function Text({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label}>
      {(id) => <textarea id={id} className={classes.input} rows={7} maxLength={10_000} value={value} onChange={(event) => onChange(event.currentTarget.value)} />}
    </Field>
  );
}

function Recipient({ paper, value, extra, onChange }: { paper: InBasketPaper; value: string; extra: string | null; onChange: (value: string) => void }) {
  const { t } = useTranslation("in-basket");
  return (
    <Field label={t("field.to")}>
      {(id) => (
        <select id={id} className={classes.input} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{t("choosePerson")}</option>
          {extra ? <option value={extra}>{extra}</option> : null}
          {paper.organisationChart.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name} – {person.position}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
