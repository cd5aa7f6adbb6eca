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
  const [{ actionId, text }, setNew] = useState(() => ({ actionId: newId(), text: "" }));
  // What is being written is saved as it grows, and joins the list once it is added or the page is left.
  const todos = todosOf(state.work).filter((todo) => todo.actionId !== actionId);
  const done = todos.filter(({ content }) => content.type === "todo" && content.done).length;

  function write(next: string) {
    setNew({ actionId, text: next });
    if (next.trim() !== "") session.draft(actionId, { kind: "act", action: { actionId, documentId: null, type: "todo", text: next.trim(), done: false } });
    else if (text.trim() !== "") session.draft(actionId, { kind: "act", action: { actionId, documentId: null, type: "withdraw" } });
  }
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
          session.flush(actionId);
          setNew({ actionId: newId(), text: "" });
        }}
      >
        <Field label={t("todo.new")}>{(id) => <input id={id} className={classes.input} maxLength={500} value={text} onChange={(event) => write(event.currentTarget.value)} />}</Field>
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
