import { actionCharactersMax, type Priority } from "@kompeten/shared/attempt";
import type { InBasketPaper } from "@kompeten/shared/paper";
import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { newId } from "../../../browser/new-id.ts";
import { type Content, isComplete, memoOf } from "./actions.rules.ts";
import { Field } from "./field.tsx";
import classes from "./in-basket.module.css";

type Memo = Extract<Content, { type: "memo" }>;
const blank: Memo = { type: "memo", priorities: [], text: "" };

/** The documents that come first, in order and with reasons; saved as it grows, and moved by buttons, so that no pointer is needed. */
export function MemoForm({ paper }: { paper: InBasketPaper }) {
  const { t } = useTranslation("in-basket");
  const { session, state } = useAttempt();
  const [{ actionId, memo }, setOwn] = useState(() => {
    const record = memoOf(state.work);
    return { actionId: record?.actionId ?? newId(), memo: record?.content.type === "memo" ? record.content : blank };
  });
  const subject = (id: string) => paper.documents.find((document) => document.id === id)?.subject ?? id;
  const rest = paper.documents.filter(({ id }) => memo.priorities.every(({ documentId }) => documentId !== id));

  function change(next: Partial<Memo>) {
    const whole = { ...memo, ...next };
    setOwn({ actionId, memo: whole });
    session.draft(actionId, { kind: "act", action: { actionId, documentId: null, ...whole } });
  }
  function swap(index: number, other: number) {
    const moved = [...memo.priorities];
    [moved[index], moved[other]] = [moved[other] as Priority, moved[index] as Priority];
    change({ priorities: moved });
  }
  return (
    <div className={classes.form}>
      <ol className={classes.priorities}>
        {memo.priorities.map(({ documentId, reason }, index) => (
          <li key={documentId}>
            <div className={classes.priorityHead}>
              <strong>
                {index + 1}. {subject(documentId)}
              </strong>
              <ActionIcon size={44} aria-label={t("memo.up", { subject: subject(documentId) })} disabled={index === 0} onClick={() => swap(index, index - 1)}>
                <IconArrowUp size={20} stroke={1.7} />
              </ActionIcon>
              <ActionIcon size={44} aria-label={t("memo.down", { subject: subject(documentId) })} disabled={index === memo.priorities.length - 1} onClick={() => swap(index, index + 1)}>
                <IconArrowDown size={20} stroke={1.7} />
              </ActionIcon>
              <ActionIcon size={44} aria-label={t("memo.remove", { subject: subject(documentId) })} onClick={() => change({ priorities: memo.priorities.filter((one) => one.documentId !== documentId) })}>
                <IconX size={20} stroke={1.7} />
              </ActionIcon>
            </div>
            <textarea
              className={classes.input}
              aria-label={t("memo.reason", { subject: subject(documentId) })}
              placeholder={t("field.reason")}
              rows={2}
              maxLength={2000}
              value={reason}
              onChange={(event) => change({ priorities: memo.priorities.map((one) => (one.documentId === documentId ? { documentId, reason: event.currentTarget.value } : one)) })}
              onBlur={() => session.flush(actionId)}
            />
          </li>
        ))}
      </ol>
      <Field label={t("memo.add")}>
        {(id) => (
          <select id={id} className={classes.input} value="" disabled={rest.length === 0} onChange={(event) => change({ priorities: [...memo.priorities, { documentId: event.currentTarget.value, reason: "" }] })}>
            <option value="">{t("memo.choose")}</option>
            {rest.map((document) => (
              <option key={document.id} value={document.id}>
                {document.subject}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("memo.closing")}>
        {(id) => <textarea id={id} className={classes.input} rows={6} maxLength={actionCharactersMax} value={memo.text} onChange={(event) => change({ text: event.currentTarget.value })} onBlur={() => session.flush(actionId)} />}
      </Field>
      <p className={classes.dimmed}>{t("autosave")}</p>
      {memo.priorities.length > 0 && !isComplete(memo) ? <p className={classes.incomplete}>{t("incomplete.memo")}</p> : null}
    </div>
  );
}
