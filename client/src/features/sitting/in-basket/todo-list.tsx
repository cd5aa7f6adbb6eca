import type { ActionRecord } from "@kompeten/shared/attempt";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { newId } from "../../../browser/new-id.ts";
import { todosOf } from "./actions.rules.ts";
import { Field } from "./field.tsx";
import classes from "./in-basket.module.css";

/** The candidate's own list; ticking off, rewording and removing stay in the journal like every other deed. */
export function TodoList() {
  const { t } = useTranslation("in-basket");
  const { session, state } = useAttempt();
  const [text, setText] = useState("");
  const todos = todosOf(state.work);
  const done = todos.filter(({ content }) => content.type === "todo" && content.done).length;
  return (
    <>
      <p className={classes.dimmed}>{todos.length === 0 ? t("todo.empty") : t("todo.progress", { done, total: todos.length })}</p>
      <ul className={classes.todos}>
        {todos.map((record) => (
          <Todo key={record.actionId} record={record} />
        ))}
      </ul>
      <form
        className={classes.todoNew}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === "") return;
          session.do({ kind: "act", action: { actionId: newId(), documentId: null, type: "todo", text: text.trim(), done: false } });
          setText("");
        }}
      >
        <Field label={t("todo.new")}>{(id) => <input id={id} className={classes.input} maxLength={500} value={text} onChange={(event) => setText(event.currentTarget.value)} />}</Field>
        <Button type="submit" variant="default" mih={44}>
          {t("todo.add")}
        </Button>
      </form>
    </>
  );
}

function Todo({ record: { actionId, documentId, content } }: { record: ActionRecord }) {
  const { t } = useTranslation("in-basket");
  const { session } = useAttempt();
  const [text, setText] = useState(content.type === "todo" ? content.text : "");
  if (content.type !== "todo") return null;
  const { done } = content;
  return (
    <li data-done={done || undefined}>
      <label className={classes.tick}>
        <input type="checkbox" aria-label={t("todo.done", { text })} checked={done} onChange={(event) => session.do({ kind: "act", action: { actionId, documentId, type: "todo", text, done: event.currentTarget.checked } })} />
      </label>
      <input
        className={classes.input}
        aria-label={t("todo.item")}
        maxLength={500}
        value={text}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          session.draft(actionId, { kind: "act", action: { actionId, documentId, type: "todo", text: next, done } });
        }}
        onBlur={() => session.flush(actionId)}
      />
      <Button variant="subtle" size="sm" color="red" mih={44} aria-label={t("todo.removeOne", { text })} onClick={() => session.do({ kind: "act", action: { actionId, documentId, type: "withdraw" } })}>
        {t("todo.remove")}
      </Button>
    </li>
  );
}
