import type { ReactNode } from "react";
import { useTranslation } from "../words/use-translation.ts";
import classes from "./page-header.module.css";

type Props = {
  title: string;
  /** One line: what this page is for. */
  purpose?: string;
  /** What comes before the title, such as a link back to the list. */
  above?: ReactNode;
  /** Beside the title, such as a StatusBadge. */
  aside?: ReactNode;
  actions?: ReactNode;
};

/** Names the page on the screen and in the browser's tab. */
export function PageHeader({ title, purpose, above, aside, actions }: Props) {
  const { t } = useTranslation();
  return (
    <header className={classes.root}>
      <title>{`${title} · ${t("product")}`}</title>
      <div className={classes.words}>
        {above ? <div className={classes.above}>{above}</div> : null}
        <div className={classes.line}>
          <h1 className={classes.title}>{title}</h1>
          {aside}
        </div>
        {purpose ? <p className={classes.purpose}>{purpose}</p> : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  );
}
