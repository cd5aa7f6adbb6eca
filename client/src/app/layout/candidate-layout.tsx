import type { PropsWithChildren } from "react";
import { useSession } from "../../api/session.ts";
import { AccountMenu } from "./account-menu.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import classes from "./layout.module.css";
import { SchemeSwitch } from "./scheme-switch.tsx";
import { contentId, SkipLink } from "./skip-link.tsx";
import { Wordmark } from "./wordmark.tsx";

/** Room around one task, and nothing that competes with it. */
export function CandidateLayout({ children }: PropsWithChildren) {
  const { agency } = useSession();
  return (
    <div className={classes.candidate}>
      <SkipLink />
      <header className={classes.candidateBar}>
        <Wordmark />
        <span className={classes.agency} title={agency.name}>
          {agency.name}
        </span>
        <div className={classes.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
          <AccountMenu />
        </div>
      </header>
      <main id={contentId} tabIndex={-1} className={classes.candidateMain}>
        {children}
      </main>
    </div>
  );
}
