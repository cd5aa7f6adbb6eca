import type { PropsWithChildren, ReactNode } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { SchemeSwitch } from "../../app/layout/scheme-switch.tsx";
import { contentId, SkipLink } from "../../app/layout/skip-link.tsx";
import { Wordmark } from "../../app/layout/wordmark.tsx";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import classes from "./bare-page.module.css";

type Props = PropsWithChildren<{ title: string; intro?: string; aside?: ReactNode; back?: { to: string; label: string } }>;

/** A candidate's page outside the work itself: who is here, where back is, and one column of content. */
export function BarePage({ title, intro, aside, back, children }: Props) {
  const { t } = useTranslation(["sitting", "common"]);
  const { account } = useSession();
  const target = back ?? { to: paths.home, label: t("home") };
  return (
    <div className={classes.page}>
      <title>{`${title} · ${t("common:product")}`}</title>
      <SkipLink />
      <header className={classes.bar}>
        <Wordmark />
        <span className={classes.who}>{account.name}</span>
        <div className={classes.tools}>
          <SchemeSwitch />
          <ButtonLink to={target.to} variant="default" size="sm">
            {target.label}
          </ButtonLink>
        </div>
      </header>
      <main id={contentId} tabIndex={-1} className={classes.main}>
        <div className={classes.head}>
          <h1 className={classes.title}>{title}</h1>
          {aside}
        </div>
        {intro ? <p className={classes.intro}>{intro}</p> : null}
        {children}
      </main>
    </div>
  );
}
