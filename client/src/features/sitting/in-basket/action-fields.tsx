import { actionCharactersMax } from "@kompeten/shared/attempt";
import type { InBasketPaper } from "@kompeten/shared/paper";
import { useTranslation } from "../../../words/use-translation.ts";
import { type Content, recipients } from "./actions.rules.ts";
import { Field } from "./field.tsx";
import classes from "./in-basket.module.css";
import { LinkFields } from "./link-fields.tsx";
import { ScheduleFields } from "./schedule-fields.tsx";
import { TimeField } from "./time-field.tsx";

type Props = { paper: InBasketPaper; actionId: string; documentId: string | null; from: string; content: Content; onChange: (content: Content) => void };

/** What each kind of action asks for. */
export function ActionFields({ paper, actionId, documentId, from, content, onChange }: Props) {
  const { t } = useTranslation("in-basket");
  // A day alone means by the end of office hours, or not before they begin.
  const today = paper.scenario.now.slice(0, 10);
  switch (content.type) {
    case "reply":
    case "forward":
    case "ask":
    case "escalate":
      return (
        <>
          <Recipient paper={paper} value={content.to} extra={content.type === "reply" || content.type === "ask" ? from : null} onChange={(to) => onChange({ ...content, to })} />
          <Text label={t(`field.${content.type}`)} value={content.text} onChange={(text) => onChange({ ...content, text })} />
        </>
      );
    case "delegate":
      return (
        <>
          <Recipient paper={paper} value={content.to} extra={null} onChange={(to) => onChange({ ...content, to })} />
          <Text label={t("field.instruction")} value={content.instruction} onChange={(instruction) => onChange({ ...content, instruction })} />
          <TimeField label={t("field.due")} value={content.due} first={`${today}T16:00`} onChange={(due) => onChange({ ...content, due })} />
        </>
      );
    case "schedule":
      return <ScheduleFields paper={paper} actionId={actionId} content={content} onChange={onChange} />;
    case "postpone":
      return (
        <>
          <TimeField label={t("field.until")} value={content.until} first={`${today}T08:00`} onChange={(until) => onChange({ ...content, until })} />
          <Text label={t("field.reason")} value={content.reason} onChange={(reason) => onChange({ ...content, reason })} />
        </>
      );
    case "link":
      return (
        <>
          <LinkFields documents={paper.documents.filter((document) => document.id !== documentId)} chosen={content.documents} onChange={(documents) => onChange({ ...content, documents })} />
          <Text label={t("field.link")} value={content.note} onChange={(note) => onChange({ ...content, note })} />
        </>
      );
    case "decide":
    case "note":
      return <Text label={t(content.type === "decide" ? "field.decision" : "field.ownNote")} value={content.text} onChange={(text) => onChange({ ...content, text })} />;
    case "file":
      return <Text label={t("field.reason")} value={content.reason ?? ""} onChange={(reason) => onChange({ ...content, reason: reason || null })} />;
    // These have places of their own.
    case "prioritise":
    case "todo":
    case "memo":
    // Not of the desk.
    case "annotate":
      return null;
  }
}

function Text({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label}>
      {(id) => <textarea id={id} className={classes.input} rows={7} maxLength={actionCharactersMax} value={value} onChange={(event) => onChange(event.currentTarget.value)} />}
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
          {recipients(paper, value).map((person) => (
            <option key={person.id} value={person.id}>
              {person.name} – {person.position}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
