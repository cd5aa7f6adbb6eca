import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSignIn } from "../../api/session.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { PasswordField, TextField } from "./fields.tsx";
import classes from "./sign-in.module.css";

/** NIPs are often pasted as they are printed, in groups; a user name keeps everything but its outer spaces. */
function asLogin(typed: string): string {
  const compact = typed.replaceAll(/\s/g, "");
  return /^\d{18}$/.test(compact) ? compact : typed.trim();
}

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation("sign-in");
  const signIn = useSignIn();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState({ login: false, password: false });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const lacks = { login: asLogin(login) === "", password: password === "" };
    setMissing(lacks);
    if (lacks.login || lacks.password) {
      event.currentTarget.querySelector<HTMLInputElement>(lacks.login ? "#login" : "#password")?.focus();
      return;
    }
    signIn.mutate({ login: asLogin(login), password }, { onSuccess: onSignedIn });
  }

  return (
    <form onSubmit={submit} noValidate className={classes.fields}>
      {signIn.error ? <ProblemNotice error={signIn.error} /> : null}
      <TextField
        id="login"
        label={t("login")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
        error={missing.login ? t("required.login") : null}
      />
      <PasswordField
        id="password"
        label={t("password")}
        description={t("passwordHint")}
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={missing.password ? t("required.password") : null}
      />
      <Button type="submit" size="md" fullWidth loading={signIn.isPending} mt="xs">
        {t("submit")}
      </Button>
    </form>
  );
}
