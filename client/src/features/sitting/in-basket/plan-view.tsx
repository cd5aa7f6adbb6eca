import type { InBasketPaper } from "@kompeten/shared/paper";
import { useTranslation } from "../../../words/use-translation.ts";
import classes from "./in-basket.module.css";
import { MemoForm } from "./memo-form.tsx";
import { TodoList } from "./todo-list.tsx";

/** What is still to be done, and the closing memo. */
export function PlanView({ paper }: { paper: InBasketPaper }) {
  const { t } = useTranslation("in-basket");
  return (
    <>
      <section aria-label={t("todo.title")}>
        <h2 className={classes.pageTitle}>{t("todo.title")}</h2>
        <TodoList />
      </section>
      <section aria-label={t("memo.title")} className={classes.memo}>
        <h2 className={classes.pageTitle}>{t("memo.title")}</h2>
        <p className={classes.dimmed}>{t("memo.text")}</p>
        <MemoForm paper={paper} />
      </section>
    </>
  );
}
