import { IconCircleCheck, IconListSearch, IconScale } from "@tabler/icons-react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useTranslation } from "../../words/use-translation.ts";
import { LanguageSwitch } from "../../app/layout/language-switch.tsx";
import { SchemeSwitch } from "../../app/layout/scheme-switch.tsx";
import { Wordmark } from "../../app/layout/wordmark.tsx";
import { paths } from "../../app/paths.ts";
import classes from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form.tsx";

const promises = [
  { key: "saved", Icon: IconCircleCheck },
  { key: "fair", Icon: IconScale },
  { key: "traceable", Icon: IconListSearch },
] as const;

const route = getRouteApi(paths.signIn);

export function SignInPage() {
  const { t } = useTranslation(["sign-in", "common"]);
  const router = useRouter();
  const { kembali } = route.useSearch();
  return (
    <div className={classes.page}>
      <title>{`${t("title")} · ${t("common:product")}`}</title>
      <aside className={classes.intro}>
        <Wordmark inverted size="lg" />
        <div>
          <p className={classes.sentence}>{t("common:productSentence")}</p>
          <ul className={classes.promises}>
            {promises.map(({ key, Icon }) => (
              <li key={key}>
                <Icon size={22} stroke={1.6} aria-hidden />
                <div>
                  <strong>{t(`promise.${key}.title`)}</strong>
                  <span>{t(`promise.${key}.text`)}</span>
                </div>
              </li>
            ))}
          </ul>
        </div>
        <p className={classes.small}>{t("confidential")}</p>
      </aside>
      <main className={classes.main}>
        <div className={classes.switches}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
        <div className={classes.form}>
          <div className={classes.compactBrand}>
            <Wordmark size="lg" />
            <p className={classes.note}>{t("common:productSentence")}</p>
          </div>
          <h1 className={classes.title}>{t("title")}</h1>
          <SignInForm onSignedIn={() => void router.navigate({ href: kembali ?? paths.home, replace: true })} />
          <p className={classes.note}>{t("forgotten")}</p>
        </div>
      </main>
    </div>
  );
}
