import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useChangePassword, useSession } from "../../api/session.ts";
import { Wordmark } from "../../app/layout/wordmark.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { PasswordField } from "./fields.tsx";
import classes from "./password.module.css";

const empty = { current: "", next: "", repeat: "" };

export function PasswordPage() {
  const { t } = useTranslation(["sign-in", "common"]);
  const { account } = useSession();
  const change = useChangePassword();
  const [form, setForm] = useState(empty);
  const [tried, setTried] = useState(false);
  const different = form.repeat !== form.next;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!form.current || !form.next || different) return;
    // A fresh start with the fresh session: every guard and query asks again.
    change.mutate(
      { currentPassword: form.current, newPassword: form.next },
      { onSuccess: () => window.location.assign(paths.home) },
    );
  }

  const field = (name: keyof typeof empty) => ({
    value: form[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => setForm({ ...form, [name]: event.currentTarget.value }),
    maxLength: 200,
  });
  const missing = (name: "current" | "next") => (tried && !form[name] ? t("change.missing") : null);

  return (
    <main className={classes.page}>
      <title>{`${t("change.title")} · ${t("common:product")}`}</title>
      <Wordmark size="lg" />
      <form onSubmit={submit} noValidate className={classes.form}>
        <h1 className={classes.title}>{t("change.title")}</h1>
        <p className={classes.why}>{t(account.mustChangePassword ? "change.oneTime" : "change.own")}</p>
        <div className={classes.fields}>
          {change.error ? <ProblemNotice error={change.error} namespace="sign-in" /> : null}
          {/* Lets a password manager know whose password this is. */}
          <input type="text" autoComplete="username" value={account.login} readOnly hidden />
          <PasswordField label={t("change.current")} autoComplete="current-password" error={missing("current")} {...field("current")} />
          <PasswordField
            label={t("change.next")}
            description={t("change.nextHint")}
            autoComplete="new-password"
            error={missing("next")}
            {...field("next")}
          />
          <PasswordField
            label={t("change.repeat")}
            autoComplete="new-password"
            error={tried && different ? t("change.different") : null}
            {...field("repeat")}
          />
          <Button type="submit" size="md" loading={change.isPending}>
            {t("change.submit")}
          </Button>
          {account.mustChangePassword ? null : (
            <Link to={paths.home} className={classes.cancel}>
              {t("common:action.cancel")}
            </Link>
          )}
        </div>
      </form>
    </main>
  );
}
